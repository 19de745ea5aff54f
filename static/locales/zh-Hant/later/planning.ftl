# 由 zh-Hans 的同名文件轉換而成（cargo xtask traditional），請勿直接修改。
# 方案推演
plan-open = 推演
plan-open-page = 比較方案、倒推目標、優化分配、看把握有多大
plan-title = 方案推演
plan-tools = 方案推演的操作
plan-close = ← 返回測算
plan-year = 年份
plan-column-income = 方案收入（元）
plan-column-plan = 計劃收入（元）
plan-column-difference = 方案比計劃（元）
plan-column-coverage = 產業幫扶覆蓋率
plan-column-gap-lifted-province = 距全省脫貧人口（元）
plan-column-gap-lifted-nation = 距全國脫貧人口（元）
plan-column-gap-rural-province = 距全省農村居民（元）
plan-column-gap-rural-nation = 距全國農村居民（元）

plan-running = 正在計算…
plan-stop = 停止
plan-failed = 後臺計算程式沒有響應，重試一次後仍無結果。請再試一次；方案沒有改變。
plan-refused = 這個問題無法計算，請檢查輸入的範圍。

# 逐值試算
plan-tab-sweep = 逐值試算
plan-lead-sweep = 讓一兩個數從低到高逐個取值，其餘照當前方案不變，看每一種取值的結果。差距為正表示收入還低於該水平；農村居民為可支配收入，與人均純收入口徑不同。
plan-sweep-first = 第一個數
plan-sweep-second = 第二個數
plan-sweep-key = 哪個數
plan-sweep-none = 不用
plan-sweep-from = 從
plan-sweep-to = 到
plan-sweep-steps = 分幾步
plan-sweep-run = 試算
plan-sweep-count = 共 { $count } 種取值
plan-sweep-cut = 此處只列前 { $shown } 行；檔案中有全部 { $all } 行。
plan-sweep-save = 存為 CSV 檔案
plan-sweep-file-name = 逐值試算
plan-sweep-large = 共 { $rows } 行，超出上限 { $most } 行；請減少步數。
plan-sweep-steps-fault = 步數應為正整數；是與否之間只有一步。
