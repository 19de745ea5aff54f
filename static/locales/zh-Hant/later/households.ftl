# 由 zh-Hans 的同名文件轉換而成（cargo xtask traditional），請勿直接修改。
# 逐戶測算：讀取名冊，以及方案對各戶的作用。

households-size = { $households } 戶，{ $people } 人；未計入 { $left } 戶
households-register = 人均收入：名冊與公布的平均數相差 { $difference } 元（{ $register } 對 { $published }）
households-no-support = 沒有一列說明哪些戶有產業幫扶：全部按沒有計，因此覆蓋率下降不落到任何戶
households-unreached = 名冊中落不到：幫扶有變化的 { $cover } 戶，新增就業的 { $jobs } 戶；平均數中缺這些戶的部分
households-other-year = 名冊是 { $year } 年的，係數針對 { $known } 年收入，各戶收入按 { $known } 年收入相乘。請用 { $known } 年的名冊，或用已知年份為 { $year } 年的地區
households-bad-line = 監測線應大於 0、不超過 1000000 元（每人每年），至多兩位小數
households-plan = 原計劃 { $year } 年：人均 { $mean } 元，低於 { $line } 元監測線的 { $under } 人，基尼係數 { $gini }
households-scenario = 方案 { $year } 年：人均 { $mean } 元，低於 { $line } 元監測線的 { $under } 人，基尼係數 { $gini }
households-few-under = 戶數過少，不顯示的
households-few = 能讀的不足 { $fewest } 戶：戶數過少，不作計算
households-left-out = 未計入，{ $fault }：{ $count } 處（第 { $rows } 行）
households-noted = 請核對，{ $fault }：{ $count } 處（第 { $rows } 行）
households-no-year = { $year } 年不是規劃年份
households-no-income = 本地區已知年份沒有{ $component }，無法對各戶按係數計算，請填寫該數
households-large-factor = { $component }增長超過一千倍，請核對方案和已知年份的數
households-large-pay = 每個新增崗位的工資超過 2100 萬元，請核對工資和崗位數

households-refused-empty = 檔案是空的
households-refused-workbook = 工作簿無法讀取，或超過 64 MB、30 萬行或 600 萬個單元格。請把工作表另存為 csv：csv 檔案大小不限
households-refused-head = 前十行中沒有名冊的表頭，如 家庭人口數、工資性收入、財產性收入、轉移性收入
households-refused-missing = 缺少列：{ $columns }。請一併導出
households-refused-twice = 有幾列都叫 { $columns }，請保留一列
households-refused-year = 第 { $row } 行與前面各行不是同一年度，請只導出一個年度
households-refused-cut = 檔案在第 { $row } 行中間斷了，請重新導出或複製；沒有採用其中任何內容
households-refused-text = 大約在第 { $row } 行文字損壞，請存為 UTF-8 或 GBK
households-refused-long = 第 { $row } 行沒有結束，多半是引號沒有成對
households-refused-places = 到第 { $row } 行已超過 4096 個縣，請核對縣這一列
households-refused-rows = 行數超出可讀範圍，請分成幾個檔案

households-fault-empty = 空單元格
households-fault-not-amount = 不是至多兩位小數的金額（元）
households-fault-too-large = 金額超過 2100 萬元
households-fault-members = 家庭人口不在 1—20 人
households-fault-unknown-word = 不認識的詞或類別
households-fault-weight = 權重不是從 1 起的整數
households-fault-cells = 單元格多於或少於表頭
households-fault-twice = 重複的戶
households-fault-other-figures = 成員行上的戶資料與該戶首行不同，以首行為準
households-fault-net-differs = 純收入不等於各項之和，以各項為準
households-fault-low-income = 人均純收入低於 4000 元
households-fault-small-wage = 工資性收入為 1—299 元
households-fault-large-wage = 工資性收入超過 30 萬元
households-fault-no-cost = 有生產經營性收入而無支出
households-fault-negative = 金額為負
