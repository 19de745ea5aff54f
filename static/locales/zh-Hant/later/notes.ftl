# 由 zh-Hans 的同名文件轉換而成（cargo xtask traditional），請勿直接修改。
# 每個槓桿的一頁說明。
