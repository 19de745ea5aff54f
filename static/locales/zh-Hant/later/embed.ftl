# 由 zh-Hans 的同名文件轉換而成（cargo xtask traditional），請勿直接修改。
# 嵌入其他網頁時的頁面。

embed-whole = 打開完整計算器
