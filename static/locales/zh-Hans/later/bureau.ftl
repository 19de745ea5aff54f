# 县区和项目页面。

bureau-title = 县区和项目
bureau-title-of = { $region }：县区和项目
bureau-tools = 县区和项目页面工具
bureau-close = 返回测算
bureau-tab-notice = 通报
bureau-tab-projects = 项目库
bureau-settings-open = 打开设置文件…
bureau-settings-save = 保存设置文件
bureau-settings-file = 县区设置
bureau-settings-opened = 已打开设置文件，可以撤销
bureau-save-excel = 导出 Excel
bureau-excel-failed = 表格组件未能载入，无法生成 Excel；可改存 Markdown。
bureau-none-counties = 当前地区没有县区表
bureau-none-projects = 当前地区没有项目表
bureau-none-sheet-counties = 保存地区填报表（Excel），在“县区”工作表中每个县区填一行，再打开填好的文件。
bureau-none-sheet-projects = 保存地区填报表（Excel），在“项目”工作表中每个项目填一行，再打开填好的文件。
bureau-none-own = 或打开已保存的本地区数据文件。
bureau-none-invented = 或打开虚构示例城市（16 个县区、2,602 个项目），先试用。
bureau-none-open = 选择或读取地区…
