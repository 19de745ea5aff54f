# 嵌入其他网页时的页面。

embed-whole = 打开完整计算器
