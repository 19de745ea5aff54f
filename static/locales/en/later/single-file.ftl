# The single file: the whole calculator in one file, opened by a double click.

single-file-about = Single file { $version }: { $region }, data version { $data }, newest source published { $published }. Everything is in this one file; nothing is fetched.
share-text-how-file = Have others open the same single file (or the web version) and paste this text anywhere on the page (Ctrl+V):
