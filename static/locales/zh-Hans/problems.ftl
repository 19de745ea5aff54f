# 问题的文字：错在哪里、怎么办。

list-and = 、
problem-at = “{ $place }”处：{ $fault }
problem-at-key = { $name }（{ $key }）：{ $fault }
problem-at-line = 第 { $line } 行第 { $column } 列：{ $fault }

size-bytes = { $count } 字节
fault-too-long = 内容超过 { $size }，超出部分没有读取。请缩短后再试。
fault-not-json = 第 { $line } 行第 { $column } 列起不是合法的 JSON。请检查文件是否完整。
fault-shape = 文件结构不符。请对照方案文件的格式修改。
fault-field-missing = 缺少字段“{ $name }”。
fault-field-unknown = 没有字段“{ $name }”。请对照文件格式修改。
fault-field-twice = 字段“{ $name }”出现了两次。
fault-other-kind = 这里是{ $found }，应为{ $expected }。
json-null = 空值
json-flag = 是或否
json-number = 数字
json-text = 文字
json-list = 列表
json-object = 对象
fault-unknown-key = 没有这个参数，请检查拼写。
fault-unknown-year = 本地区没有这一年的数据。
fault-year-outside = 单独一年只能是 { $least } 至 { $most } 年；首个计划年请用不带年份的参数。
fault-duplicate = 重复出现，以第一个为准。请只保留一个。
fault-no-number = 请输入数字。
fault-not-a-number = “{ $text }”不是数字。请输入普通小数，例如 85 或 0.5。
fault-too-many-digits = “{ $text }”的位数太多，最多 12 位小数。
fault-not-a-flag = “{ $text }”既不是 true 也不是 false。
fault-out-of-range = { $value } 超出允许范围 { $least } 至 { $most }。
fault-more-than-whole = { $names }是同一整体的份额，合计不能超过 100%。请先调低其中一项。
fault-unknown-region = 这里没有地区“{ $id }”的数据。请在有该地区数据的测算工具中打开。
fault-unquoted = 数值要写在引号里，写成 "{ $text }"。
fault-not-text = 这里要写带引号的文字，例如 "0.85"。
fault-not-understood = “{ $text }”无法识别，已跳过。
fault-not-a-row = “{ $text }”不是一列取值。请写成“参数=起点..终点/步数”，例如 coverage=0.81..0.95/14。
fault-steps = 步数应为 1 至 { $most } 的整数。
fault-same-key = 两个数是同一个，请另选一个。
fault-not-a-link = 这不是方案链接：缺少版本号 v=。请复制完整的链接。
fault-unknown-encoding = 链接采用第 { $version } 版编码，比本程序新。请刷新页面或使用新版程序打开。
fault-other-model = 链接由第 { $version } 版模型生成，与本程序的模型版本不同，数字可能有出入。
fault-other-region-version = 生成时用的是第 { $version } 版地区数据，与现在的数据不同，数字可能有出入。
fault-altered = 链接不完整或被改动过。请向发送人索取完整链接核对。
fault-more = 另有 { $count } 处问题未逐一列出。
fault-missing-key = 缺少这个参数。请在地区文件中补上。
fault-wrong-unit = 单位应为 { $unit }。
fault-unknown-unit = 没有单位“{ $text }”。
fault-unknown-status = 状态“{ $text }”无效：应为 source（公布）、derived（推算）或 assumption（假设）。
fault-without-source = 公布的数值没有注明来源，不予采用。
fault-unknown-source = 来源“{ $text }”没有在文件中说明。
fault-without-basis = 推算或假设的数值没有写明依据，不予采用。
fault-without-range = 假设的数值没有给出合理区间，不予采用。
fault-bad-range = 范围上下颠倒：最低值高于最高值。
fault-beside-range = 范围不包含现用的数值 { $value }。请放宽范围，或先改数值。
fault-missing-text = 缺少语言 { $language } 的文字。
fault-bad-years = 年份顺序不对：收入年 { $income }、计划首年 { $plan }、期末 { $horizon }。
fault-must-equal = 必须与 { $key } 相等。
fault-unknown-schema = 文件格式为第 { $schema } 版，本程序无法读取。
