# 选择地区。

regions-title = 地区
regions-about = 选定地区后，测算、图表、报告和链接都换成该地区。原来的方案保留在原地区，换回即可继续。
regions-loading = 正在读取…
regions-example = 示例
regions-own = 本单位数据
regions-unkept = 链接带来，尚未保存在此浏览器
regions-here = 当前
regions-years = { $known } 年数据，测算 { $from }—{ $to } 年
regions-open = 打开表格或地区文件…
regions-unkept-about = 当前地区由链接带来，尚未保存在此浏览器。保存后可随时选用。
regions-keep = 保存该地区
regions-kept = 已保存。
regions-refused = 该地区文件没有采用。原因：
regions-storage-blocked = 浏览器不允许保存数据，因此不能更换地区。请在浏览器设置中允许本页保存数据。
regions-storage-full = 浏览器存储空间已满，该地区没有保存。请在“方案与文件”中删除不用的方案后再试。
share-own-region = 链接和方案文件不含“{ $region }”的地区数据：请把地区文件（点左上角地区名称存出）一并发给对方，对方先打开地区文件，再打开链接。
regions-built-in = 文件中的地区代号（id）“{ $id }”是本工具自带地区的代号，没有采用。请改用别的代号后再打开。
share-carries-region = 链接带有“{ $region }”的地区数据，对方打开就能用。
share-carries-region-without-tables = 链接带有“{ $region }”的地区数据；县区表、项目表放不下，需要时请另存方案文件发给对方。

invented-city = 虚构市（示例）
invented-county = 虚构{ $number }县
invented-project = 虚构项目 { $number }
invented-remark = 虚构数据，仅供试用和培训
regions-invented = 打开虚构示例（16 个县区、2,602 个项目）
regions-invented-about = 没有自己的表格也可以试用：县区、项目都是虚构的，合计与公开报道的张家口市 2022 年数据一致。
