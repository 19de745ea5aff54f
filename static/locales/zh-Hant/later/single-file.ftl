# 由 zh-Hans 的同名文件轉換而成（cargo xtask traditional），請勿直接修改。
# 單檔案版：整個測算在一個檔案裡，雙擊打開。

single-file-about = 單檔案版 { $version }：{ $region }第 { $data } 版資料，最新資料發布於 { $published }。全部內容都在這一個檔案裡，不聯網。
share-text-how-file = 請對方打開同樣的單檔案版（或網頁版），在頁面任意處貼上這段文字（Ctrl+V），即可看到方案：
