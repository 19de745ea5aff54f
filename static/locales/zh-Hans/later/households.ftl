# 逐户测算：读取名册，以及方案对各户的作用。

households-size = { $households } 户，{ $people } 人；未计入 { $left } 户
households-register = 人均收入：名册与公布的平均数相差 { $difference } 元（{ $register } 对 { $published }）
households-no-support = 没有一列说明哪些户有产业帮扶：全部按没有计，因此覆盖率下降不落到任何户
households-unreached = 名册中落不到：帮扶有变化的 { $cover } 户，新增就业的 { $jobs } 户；平均数中缺这些户的部分
households-other-year = 名册是 { $year } 年的，系数针对 { $known } 年收入，各户收入按 { $known } 年收入相乘。请用 { $known } 年的名册，或用已知年份为 { $year } 年的地区
households-bad-line = 监测线应大于 0、不超过 1000000 元（每人每年），至多两位小数
households-plan = 原计划 { $year } 年：人均 { $mean } 元，低于 { $line } 元监测线的 { $under } 人，基尼系数 { $gini }
households-scenario = 方案 { $year } 年：人均 { $mean } 元，低于 { $line } 元监测线的 { $under } 人，基尼系数 { $gini }
households-few-under = 户数过少，不显示的
households-few = 能读的不足 { $fewest } 户：户数过少，不作计算
households-left-out = 未计入，{ $fault }：{ $count } 处（第 { $rows } 行）
households-noted = 请核对，{ $fault }：{ $count } 处（第 { $rows } 行）
households-no-year = { $year } 年不是规划年份
households-no-income = 本地区已知年份没有{ $component }，无法对各户按系数计算，请填写该数
households-large-factor = { $component }增长超过一千倍，请核对方案和已知年份的数
households-large-pay = 每个新增岗位的工资超过 2100 万元，请核对工资和岗位数

households-refused-empty = 文件是空的
households-refused-workbook = 工作簿无法读取，或超过 64 MB、30 万行或 600 万个单元格。请把工作表另存为 csv：csv 文件大小不限
households-refused-head = 前十行中没有名册的表头，如 家庭人口数、工资性收入、财产性收入、转移性收入
households-refused-missing = 缺少列：{ $columns }。请一并导出
households-refused-twice = 有几列都叫 { $columns }，请保留一列
households-refused-year = 第 { $row } 行与前面各行不是同一年度，请只导出一个年度
households-refused-cut = 文件在第 { $row } 行中间断了，请重新导出或复制；没有采用其中任何内容
households-refused-text = 大约在第 { $row } 行文字损坏，请存为 UTF-8 或 GBK
households-refused-long = 第 { $row } 行没有结束，多半是引号没有成对
households-refused-places = 到第 { $row } 行已超过 4096 个县，请核对县这一列
households-refused-rows = 行数超出可读范围，请分成几个文件

households-fault-empty = 空单元格
households-fault-not-amount = 不是至多两位小数的金额（元）
households-fault-too-large = 金额超过 2100 万元
households-fault-members = 家庭人口不在 1—20 人
households-fault-unknown-word = 不认识的词或类别
households-fault-weight = 权重不是从 1 起的整数
households-fault-cells = 单元格多于或少于表头
households-fault-twice = 重复的户
households-fault-other-figures = 成员行上的户数据与该户首行不同，以首行为准
households-fault-net-differs = 纯收入不等于各项之和，以各项为准
households-fault-low-income = 人均纯收入低于 4000 元
households-fault-small-wage = 工资性收入为 1—299 元
households-fault-large-wage = 工资性收入超过 30 万元
households-fault-no-cost = 有生产经营性收入而无支出
households-fault-negative = 金额为负
