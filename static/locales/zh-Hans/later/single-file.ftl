# 单文件版：整个测算在一个文件里，双击打开。

single-file-about = 单文件版 { $version }：{ $region }第 { $data } 版数据，最新资料发布于 { $published }。全部内容都在这一个文件里，不联网。
share-text-how-file = 请对方打开同样的单文件版（或网页版），在页面任意处粘贴这段文字（Ctrl+V），即可看到方案：
