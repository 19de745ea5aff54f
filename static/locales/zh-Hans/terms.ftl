# 随年份变化的名称：带年份的自该年起使用；以计划首年为准。地区文件可以另给（terms）。

-funds = 衔接资金
-funds-2026 = 常态化帮扶资金
-funds-chinese = 衔接资金
-funds-chinese-2026 = 常态化帮扶资金
-households = 脱贫户
-monitored = 监测对象
-monitored-2026 = 防止返贫致贫对象

# 计划首年：地区读入之后，-plan-year 即为下面的写法。
-plan-year = 首个计划年
named-plan-year = {" "}{ $year } 年
