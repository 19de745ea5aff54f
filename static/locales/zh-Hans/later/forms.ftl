# 读取表格：列的去向、问题和提示。

list-comma = 、
two-sentences = { $first }{ $second }

form-kind-figures = 基本情况
form-kind-counties = 县区
form-kind-projects = 项目

form-unit-yuan = 元
form-unit-thousand = 千元
form-unit-ten-thousand = 万元
form-unit-million = 百万元
form-unit-hundred-million = 亿元

form-problem = { $place }：“{ $found }”。{ $wanted }
form-problem-blank = { $place }：空白。{ $wanted }
form-more-problems = 另有 { $count } 处问题未逐条列出。
wanted-number = 此处应填数字。
wanted-count = 此处应填不小于 0 的整数。
wanted-not-negative = 此处应填不小于 0 的数字。
wanted-share = 此处应填 0 到 1 的比例，或不超过 100% 的百分数。
wanted-year = 此处应填四位数的年份，如 2025。
wanted-date = 此处应填日期，如 2025-06-30。
wanted-smaller-number = 数字过大，请核对单位和位数。
wanted-project-type = 此处应填项目类型：{ $types }。
wanted-second-level = 此处应填属于本行项目类型的二级类型。
wanted-project-state = 此处应填储备、未开工、在建、完工、验收或终止。
wanted-asset-class = 此处应填经营性、公益性或到户。
wanted-operating-state = 此处应填良好、低效或闲置。
wanted-figure-status = 此处应填公布、推算或假设。
wanted-indicator = 此处应填指标名称。
wanted-county-name = 此处应填县区名称。
wanted-project-name = 此处应填项目名称或项目编号。
wanted-unique = 与 { $place } 重复，名称或编号应各不相同。
wanted-all-digits = 编号过长，末几位已被电子表格改写。请把该列设为文本格式，重新填写编号。
wanted-result = 公式没有计算结果。请在 Excel 或 WPS 中打开文件，保存后再读取。
wanted-no-error = 单元格为错误值，请改正公式或填写数字。
wanted-at-most = 不应大于其总数 { $place }。
wanted-not-before = 完工日不应早于开工日 { $place }。
wanted-sum-of-sources = 总投资应等于各项资金之和，现相差 { $difference }。
wanted-fewer-rows = 行数过多，有 { $count } 行未读。请分为几个文件。
wanted-one-column = “{ $field }”只能有一列，{ $place } 已是该列。请在列的去向中选定。
wanted-money-unit = 单位应为元、千元、万元、百万元或亿元。

read-fault-empty = 文件中没有内容，请核对是否选对了文件。
read-fault-password = 文件设有打开密码。请在 Excel 或 WPS 中取消密码，另存后再打开。
read-fault-damaged = 文件不完整或已损坏。请重新取得该文件，或在 Excel、WPS 中打开后另存为 xlsx。
read-fault-web-page = 该文件实为网页，只是名称像工作簿。请在 Excel 或 WPS 中打开，另存为 xlsx 后再打开。
read-fault-old-xml = 该文件是 2003 版 XML 表格。请在 Excel 或 WPS 中打开，另存为 xlsx 后再打开。
read-fault-unknown = 不是可读取的表格文件。可读 xlsx、xls、ods、csv 和文本；WPS 的 et 文件请另存为 xlsx。
read-fault-no-sheets = 工作簿中没有可读的工作表。
read-fault-too-large = 文件过大，没有读取：{ $what } { $has }，最多 { $most }。请删去不用的内容或分为几个文件。
read-limit-file-bytes = 文件（字节）
read-limit-unpacked-bytes = 解压后（字节）
read-limit-sheets = 工作表
read-limit-rows = 行数
read-limit-cells = 单元格
read-limit-characters = 单元格字数

question-scale = { $place }“{ $label }”写的是 { $number }，应为：
question-operating = { $place }“{ $label }”是：
question-unit = { $place } 起的表没有写明金额单位，最大的金额为 { $largest }。单位是：
question-type = { $place } 等 { $rows } 行的项目类型“{ $text }”属于：
answer-gross = 经营毛收入（未扣除成本）
answer-net = 经营净收入（已扣除成本）

column-surplus = 不需要，不读取
column-dropped = 已舍去：{ $reason }
drop-person = 人员姓名
drop-contact = 电话、住址等联系方式
drop-identity = 证件号、银行卡号、户编号
drop-health = 健康、残疾情况

note-hidden-sheet = 工作表“{ $sheet }”是隐藏的，已一并读取。
note-hidden-rows = 工作表“{ $sheet }”有 { $count } 个隐藏行（从第 { $first } 行起），已一并读取。
note-hidden-columns = 工作表“{ $sheet }”的隐藏列 { $columns } 已一并读取。
note-footnote = 表格到 { $place } 的附注为止。
note-negative = { $place } 为负数，按冲减处理。
note-household = 工作表“{ $sheet }”是到户到人的名册，没有保留任何内容。

total-fits = { $place }“{ $label }”的“{ $field }”{ $stated }，与各行之和一致。
total-differs = { $place }“{ $label }”的“{ $field }”为 { $stated }，各行之和为 { $computed }，相差 { $difference }。
total-unknown-parts = 另有 { $count } 行空白，未计入。

project-type-industry = 产业发展
project-type-employment = 就业项目
project-type-rural-construction = 乡村建设行动
project-type-relocation-support = 易地搬迁后扶
project-type-three-guarantees = 巩固三保障成果
project-type-governance = 乡村治理和精神文明建设
project-type-management = 项目管理费
project-type-other = 其他

form-figure-indicator = 指标
form-figure-value = 数值
form-figure-unit = 单位
form-figure-year = 年份
form-figure-source = 来源
form-figure-definition = 口径
form-figure-status = 性质

form-county-name = 县区
form-county-code = 代码
form-county-lifted-households = 脱贫户数
form-county-lifted-people = 脱贫人口
form-county-income = 人均纯收入
form-county-income-before = 上年人均纯收入
form-county-rural-income = 农村居民可支配收入
form-county-granted = 下达资金
form-county-granted-industry = 其中产业
form-county-spent = 已支出
form-county-projects = 项目数
form-county-started = 开工
form-county-completed = 完工
form-county-workers = 务工人数
form-county-labour = 劳动力数
form-county-public-jobs = 公益岗位
form-county-covered-households = 覆盖户数
form-county-due-households = 应覆盖户数
form-county-monitored-households = 累计监测户
form-county-risk-free-households = 已消除户
form-county-guarantee-problems = 三保障问题数
form-county-guarantee-solved = 已整改
form-county-credit = 小额信贷余额
form-county-day = 截至日期
form-county-remark = 备注

form-project-number = 项目编号
form-project-county = 县区
form-project-township = 乡镇
form-project-village = 村
form-project-name = 项目名称
form-project-year = 年度
form-project-type = 项目类型
form-project-second-level = 二级类型
form-project-nature = 建设性质
form-project-total = 总投资
form-project-central = 中央
form-project-province = 省
form-project-city = 市
form-project-county-funds = 县
form-project-other-funds = 其他
form-project-other-name = 其他资金名称
form-project-paid = 已支付
form-project-state = 状态
form-project-started = 开工日
form-project-completed = 完工日
form-project-asset-value = 资产原值
form-project-asset-class = 资产类别
form-project-ownership = 权属
form-project-operation = 运营状况
form-project-yearly-return = 年收益
form-project-return-to-households = 其中到户
form-project-lifted-households = 受益脱贫户
form-project-monitored-households = 受益监测户
form-project-workers = 吸纳务工人数

# Reading a file in the page.

sheets-title = 读取表格
sheets-pasted = 粘贴的内容
sheets-reading = 正在读取{ $name }…
sheets-working = 正在按您的选择重新读取…
sheets-about = { $name }：尚未采用。请核对各列去向，再决定是否采用。
sheets-no-table = 没有找到可用的表。表头应在前十行之内，基本情况要有“指标”“数值”，县区要有“县区”，项目要有“项目名称”或“项目编号”。可先下载模板对照。
sheets-other-sheets = 没有采用的工作表：{ $sheets }
sheets-more-tables = 另有 { $count } 个表未列出，也会读取。
sheets-unread = { $name }没有读取。{ $reason }
sheets-et = { $name }没有读取。WPS 的 et 文件请在 WPS 中另存为 xlsx 后再打开。
sheets-ended = 读取中断，没有采用任何内容，页面可继续使用。请重新打开文件；若再次中断，请删去不用的工作表后再试。
sheets-missing = 读取表格的程序没有载入，没有采用任何内容。请稍后再试。（{ $reason }）

sheets-table = { $form }：{ $place } 起，{ $rows } 行
sheets-table-unit = { $form }：{ $place } 起，{ $rows } 行，单位：{ $unit }
sheets-columns = 各列去向（读取 { $used } 列，舍去 { $dropped } 列，不读 { $surplus } 列）
sheets-column-none = 不读取
sheets-more-columns = 另有 { $count } 列未列出。
sheets-first-rows = { $form }的前几行

sheets-questions = 请先回答
sheets-more-questions = 另有 { $count } 个问题，答完以上后列出。
sheets-problems = 需要改正（{ $count } 处）
sheets-totals = 合计不等于各行之和（{ $count } 处）
sheets-totals-known = 我知道这些合计不等于各行之和，仍按各行采用。
sheets-totals-fit = { $count } 处合计与各行之和一致。
sheets-notes = 提示（{ $count } 条）
sheets-more-listed = 另有 { $count } 条未列出。

sheets-missing-rows = 还缺必填项（{ $count } 项）
sheets-unused = 未采用的行：{ $names }
sheets-remarks = 请再核对
sheets-unsourced = { $count } 个数值没有来源，将标为假设。
sheets-changes = 与当前地区相比的变化（{ $count } 项）
sheets-no-changes = 与当前地区相比没有变化。
sheets-change-what = 项目
sheets-change-before = 原值
sheets-change-after = 新值

sheets-take = 采用为“{ $name }”
sheets-take-nothing = 采用
sheets-cancel = 不采用，返回
sheets-not-yet = 暂不能采用：{ $reasons }。
sheets-why-questions = 有问题待回答
sheets-why-problems = 有内容需要改正
sheets-why-missing = 缺必填项
sheets-why-totals = 合计不等于各行之和，尚未勾选确认
sheets-why-table = 没有可用的表
sheets-replaces = 此浏览器已存有“{ $name }”，内容不同。采用后将替换它；要保留旧数据，请先返回，把它存为文件。
sheets-replace = 替换

sheets-paste-title = 从 Excel 或 WPS 粘贴
sheets-paste-label = 连同表头复制，粘贴到此处
sheets-paste-read = 读取粘贴的内容
sheets-drop = 也可以把文件拖到页面上。

sheets-form-about = 下载填报模板，填好后在下面打开。模板已填入当前地区的数据，带色的 28 项必填，其余不填即用默认值。
sheets-form-workbook = 下载模板（Excel）
sheets-form-text = 模板（CSV）
sheets-form-file = { $name }填报模板
sheets-form-failed = 模板没有生成，请稍后再试。
sheets-save-file = 存为地区文件
