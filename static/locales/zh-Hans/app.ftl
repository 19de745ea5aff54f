# 页面框架、对话框与提示。

app-name = 增收
app-title = 增收 · 乡村振兴资金测算
results = 测算结果
inputs = 方案与假设
skip-to-results = 跳到测算结果
close = 关闭
language = 界面语言

language-failed = 该语言的文字无法载入，请检查网络后再试。
example-choose = 从示例开始
example-none = 自定方案
scenario-unnamed = 未命名方案
scenario-unkept = 有改动尚未保存到该名称下
undo = 撤销
undo-keys = 撤销（Ctrl+Z）
redo = 重做
redo-keys = 重做（Ctrl+Y）
share = 分享
sheet-open = 调整方案
sheet-income = { $year } 年人均纯收入
sheet-close = 收起，看结果

foot-model = 本工具按公开数据和所列假设推算计划路径的变动，不是预测；住房、教育、医疗等“三保障”不能由收入替代。
foot-private = 全部计算在本机浏览器内完成，数据不上传。

notices = 提示
notice-problems-link = 链接中有以下内容未能识别，其余已采用：
notice-problems-file = 文件中有以下内容未能识别，其余已采用：
notice-problems-storage = 浏览器中保存的内容有以下问题，已另行保留，其余照常使用：
notice-refused-link = 链接没有采用，方案没有改动。原因：
notice-refused-file = 文件没有采用，方案没有改动。原因：
notice-drafts-added = 一并带来的 { $count } 份比较方案也已放入。
notice-drafts-left = 方案比较已放满，以下方案没有放入：{ $names }。
notice-doubts-left = 带来的抽样范围和随机种子没有采用，您自己的不变。
notice-figures = 该链接分享时首年人均收入为 { $shared } 元，按现在的数据和模型为 { $today } 元。
notice-work-kept = 已打开新的方案。您原来的方案仍保留着。
notice-tray-kept = 链接带来了它的比较栏和范围。您原来的仍保留着。
notice-bring-back = 恢复我的方案
notice-storage-blocked = 浏览器不允许保存数据：方案只保留在本页和地址栏链接中，请复制链接或存为文件。
notice-storage-full = 浏览器存储空间已满：请把方案存为文件，或删除不用的方案。测算不受影响。

share-title = 分享方案
share-what = 链接包含全部改动，数据只在“#”之后，不经过任何服务器。对方打开即见同样的数字。
share-link = 方案链接
share-copy = 复制链接
share-copied = 已复制。
share-copy-by-hand = 浏览器不允许自动复制：链接已选中，请按 Ctrl+C。
share-length = 共 { $count } 个字符。
share-system = 系统分享…
share-failed = 系统分享未成功，请改用复制链接。
share-language = 链接带上界面语言
share-qr = 方案链接的二维码
share-qr-too-long = 链接太长，无法生成二维码，请复制链接。
share-qr-missing = 二维码组件未能载入，请复制链接。

library-title = 方案与文件
library-name = 方案名称
library-keep = 保存
library-unname = 另起新方案
library-unnamed-done = 已脱离原名称，后续改动不会影响已保存的方案。
library-kept = 已保存的方案（仅在本浏览器）
library-empty = 还没有保存的方案。
library-done = 已保存。
library-kept-beside = 同名方案已在别处改动，已另存为新名称，两份都保留。
library-gone = 该方案已被删除。
library-delete = 删除“{ $name }”
library-delete-short = 删除
library-delete-not = 取消
library-delete-sure = 确认删除
library-files = 文件
library-save = 存为文件
library-open = 打开文件…
library-save-failed = 浏览器未能生成文件，请改用复制链接。
library-read-failed = 文件无法读取。
library-paste = 粘贴方案链接
library-paste-open = 打开

first-what = { $year } 年脱贫人口人均纯收入
first-about = 调整明年各级衔接资金、产业帮扶覆盖面、就业等杠杆，立即看到脱贫人口人均纯收入的变动，并与全省、全国平均水平比较。每个数都能点开看出处，方案以链接传给同事；数据不离开本机。
first-more = 正在载入全部内容…

boot-no-region = 没有找到地区数据文件。请检查部署是否完整。
boot-region-failed = 地区数据无法读取（{ $reason }）。请检查网络或部署后刷新页面。

command-no-file = 找不到文件 { $file }。
command-not-found = 没有这个文件
command-folder = 这是文件夹
command-forbidden = 没有读取权限
command-not-text = 不是 UTF-8 文本，请另存为 UTF-8 编码
command-unreadable = { $file } 无法读取：{ $reason }

document-head = 键 | 名称 | 数值 | 合理区间 | 年份 | 状态 | 来源 | 依据
document-figures = 其他公布数字
document-figures-head = 编号 | 名称 | 数值 | 合理区间 | 年份 | 状态 | 来源 | 依据
document-sources = 来源
document-sources-head = 编号 | 标题 | 发布单位 | 日期
