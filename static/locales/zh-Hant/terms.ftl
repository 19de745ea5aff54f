# 由 zh-Hans 的同名文件轉換而成（cargo xtask traditional），請勿直接修改。
# 隨年份變化的名稱：帶年份的自該年起使用；以計劃首年為準。地區檔案可以另給（terms）。

-funds = 銜接資金
-funds-2026 = 常態化幫扶資金
-funds-chinese = 銜接資金
-funds-chinese-2026 = 常態化幫扶資金
-households = 脫貧戶
-monitored = 監測對象
-monitored-2026 = 防止返貧致貧對象

# 計劃首年：地區讀入之後，-plan-year 即為下面的寫法。
-plan-year = 首個計劃年
named-plan-year = {" "}{ $year } 年
