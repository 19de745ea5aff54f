# 由 zh-Hans 的同名文件轉換而成（cargo xtask traditional），請勿直接修改。
# 問題的文字：錯在哪裡、怎麼辦。

list-and = 、
problem-at = 「{ $place }」處：{ $fault }
problem-at-key = { $name }（{ $key }）：{ $fault }
problem-at-line = 第 { $line } 行第 { $column } 列：{ $fault }

size-bytes = { $count } 字節
fault-too-long = 內容超過 { $size }，超出部分沒有讀取。請縮短後再試。
fault-not-json = 第 { $line } 行第 { $column } 列起不是合法的 JSON。請檢查檔案是否完整。
fault-shape = 檔案結構不符。請對照方案檔案的格式修改。
fault-field-missing = 缺少字段「{ $name }」。
fault-field-unknown = 沒有字段「{ $name }」。請對照檔案格式修改。
fault-field-twice = 字段「{ $name }」出現了兩次。
fault-other-kind = 這裡是{ $found }，應為{ $expected }。
json-null = 空值
json-flag = 是或否
json-number = 數字
json-text = 文字
json-list = 列表
json-object = 對象
fault-unknown-key = 沒有這個參數，請檢查拼寫。
fault-unknown-year = 本地區沒有這一年的資料。
fault-year-outside = 單獨一年只能是 { $least } 至 { $most } 年；首個計劃年請用不帶年份的參數。
fault-duplicate = 重複出現，以第一個為準。請只保留一個。
fault-no-number = 請輸入數字。
fault-not-a-number = 「{ $text }」不是數字。請輸入普通小數，例如 85 或 0.5。
fault-too-many-digits = 「{ $text }」的位數太多，最多 12 位小數。
fault-not-a-flag = 「{ $text }」既不是 true 也不是 false。
fault-out-of-range = { $value } 超出允許範圍 { $least } 至 { $most }。
fault-more-than-whole = { $names }是同一整體的份額，合計不能超過 100%。請先調低其中一項。
fault-unknown-region = 這裡沒有地區「{ $id }」的資料。請在有該地區資料的測算工具中打開。
fault-unquoted = 數值要寫在引號裡，寫成 "{ $text }"。
fault-not-utf8 = 檔案不是 UTF-8 文本。請另存為 UTF-8 編碼後再打開。
fault-drafts-left-out = 比較欄最多放 { $most } 份方案，其餘沒有放入：{ $names }。
fault-not-text = 這裡要寫帶引號的文字，例如 "0.85"。
fault-not-understood = 「{ $text }」無法識別，已跳過。
fault-not-a-row = 「{ $text }」不是一列取值。請寫成「參數=起點..終點/步數」，例如 coverage=0.81..0.95/14。
fault-steps = 步數應為 1 至 { $most } 的整數。
fault-same-key = 兩個數是同一個，請另選一個。
fault-not-a-link = 這不是方案連結：缺少版本號 v=。請複製完整的連結。
fault-unknown-encoding = 連結採用第 { $version } 版編碼，比本程式新。請重新整理頁面或使用新版程式打開。
fault-no-exercise = 這個連結打開的是一道練習，本版本沒有。請重新整理頁面或使用新版程式打開。
fault-other-model = 連結由第 { $version } 版模型生成，與本程式的模型版本不同，數字可能有出入。
fault-other-region-version = 生成時用的是第 { $version } 版地區資料，本程式沒有這一版；現按當前資料顯示，數字可能有出入。
fault-no-value-then = 第 { $version } 版地區資料沒有該年的數值，「{ $value }」未採用。如需採用，請先改用當前資料，再重新填寫。
fault-altered = 連結不完整或被改動過。請向發送人索取完整連結核對。
fault-more = 另有 { $count } 處問題未逐一列出。
fault-missing-key = 缺少這個參數。請在地區檔案中補上。
fault-wrong-unit = 單位應為 { $unit }。
fault-unknown-unit = 沒有單位「{ $text }」。
fault-unknown-status = 狀態「{ $text }」無效：應為 source（公布）、derived（推算）或 assumption（假設）。
fault-without-source = 公布的數值沒有註明來源，不予採用。
fault-unknown-source = 來源「{ $text }」沒有在檔案中說明。
fault-without-basis = 推算或假設的數值沒有寫明依據，不予採用。
fault-without-range = 假設的數值沒有給出合理區間，不予採用。
fault-bad-range = 範圍上下顛倒：最低值高於最高值。
fault-beside-range = 範圍不包含現用的數值 { $value }。請放寬範圍，或先改數值。
fault-missing-text = 缺少語言 { $language } 的文字。
fault-bad-years = 年份順序不對：收入年 { $income }、計劃首年 { $plan }、期末 { $horizon }。
fault-must-equal = 必須與 { $key } 相等。
fault-unknown-schema = 檔案格式為第 { $schema } 版，本程式無法讀取。
fault-not-earlier = 早期版本的編號應為 1 以上、小於本檔案版本 { $newest } 的整數。
fault-same-as-today = 與當前數值相同；早期版本只列出不同的數值。

# Why a typed number is not taken; what can be typed follows.
typed-with-help = { $said }{ $help }
typed-not-a-number = 「{ $text }」不是數字。
typed-strange = 「{ $text }」裡的「{ $character }」（{ $code }）不是普通數字。
typed-blank = 「{ $text }」裡兩個數之間有空格，看不出是一個數還是幾個數。
typed-grouping = 「{ $text }」裡的逗號看不出是千分位還是小數點：千分位每三位一個，小數點寫「.」。
typed-cell = 「{ $text }」引用了電子表格的單元格或函數，這裡取不到，請寫成數。
typed-share = 百分比不做運算，「{ $text }」沒有採用，請直接寫結果。
typed-unfinished = 算式「{ $text }」不完整，請檢查括號和運算符。
typed-over-nothing = 「{ $text }」除以了零。
typed-percent = 看不出「{ $text }」是誰的百分之幾。
typed-no-present = 「{ $text }」要相對現有的值來算，這裡沒有現值。
typed-units = 「{ $text }」讓兩個帶單位的數相乘或相除，得不出這裡要的單位。
typed-other-unit = 「{ $text }」的單位與這裡不符。
typed-too-long = 算式「{ $text }」太長，或括號層數太多。
typed-help-money = 可以寫 41668、1.2億元、51668-10000、49600*0.95、-5%（比現值少 5%）。
typed-help-income = 可以寫 13670.5、1.3萬元、13000+670、12000*1.05、+5%（比現值多 5%）。
typed-help-household = 可以寫 5000、5000元/戶、5000*1.2、-5%（比現值少 5%）。
typed-help-people = 可以寫 5000、1.5萬人、3000+1500、5000*1.1、+5%（比現值多 5%）。
typed-help-size = 可以寫 2.1、2.1人/戶、2.5-0.4。
typed-help-share = 可以寫 85、85%、85.5、-4。
typed-help-count = 可以寫 12。
