# 本单位的地区：新建地区、项目类型的归类。

new-region = 新建地区…
new-region-about = 填好名称和年份，下载模板；填入本地数据后，在下面打开即可。模板已填入这些年份可用的全国数据和默认假设，本地数据留空。
new-region-name = 地区名称
new-region-base-year = 基期年份（已知数据的年份）
new-region-first-plan-year = 首个计划年
new-region-last-plan-year = 末个计划年
new-region-fault-name = 应填名称，不超过 { $most } 个字。
new-region-fault-year = 应填 { $least }—{ $most } 之间的四位数年份。

types-title = 项目类型与资金类别
types-about = 项目资金按类型归入产业、基础设施、其他三类。本地口径不同的，可在此改归类；改动随地区文件保存，下次读取项目表时照此归类。
types-about-region = 项目资金按类型归入产业、基础设施、其他三类。要改归类，请再次读取项目表（点左上角地区名称），在预览中修改。
types-column-type = 类型
types-column-projects = 项目数
types-column-money = 计划资金
types-column-category = 计入
types-category-of = “{ $name }”计入
types-as-type = 随本类型（{ $category }）
types-changed = { $category }（本地口径）
types-none = 未填类型
types-none-category = 不计入
types-by-category = 按类别合计
types-without-amount = { $money }，另有 { $count } 个没有金额
types-more = 另有 { $count } 种未列出，按所属类型归类。
types-untyped = 另有 { $count } 个项目没有填类型，未归类。
types-line = { $name }：{ $projects } 个项目，计划资金 { $money }，计入{ $category }
command-type-unknown = --type { $given }：没有这个项目类型。项目类型为：{ $types }；二级类型写在斜线后，如 就业项目/务工补助=industry
command-type-category = --type { $given }：类别应为 industry（产业）、infrastructure（基础设施）或 other（其他）
command-type-shape = --type { $given }：应写作 类型=类别，如 就业项目=industry
command-type-twice = --type { $given }：与 --type { $other } 矛盾，同一类型只能有一个类别
command-type-second = --type { $given }：所读项目中没有“{ $type }”的二级类型“{ $second }”
correct-undo = 撤销：更正地区数据（{ $count } 项）
correct-redo = 重做：更正地区数据（{ $count } 项）
result-unlikely = { $count } 个数值在合理区间之外
plan-years-unlikely = 在合理区间之外
