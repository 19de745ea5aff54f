# 由 zh-Hans 的同名文件轉換而成（cargo xtask traditional），請勿直接修改。
# 測算結果：先給出結論，再列明細。

component-wage = 工資性收入
component-operating = 生產經營性收入
component-property = 財產性收入
component-transfer = 轉移性收入

channel-industry = 產業項目資產收益
channel-grants = 到戶獎補
channel-coverage = 產業幫扶覆蓋
channel-infrastructure = 基礎設施與以工代賑
channel-other = 其他項目
channel-employment = 就業「五個一批」
channel-relocation = 易地搬遷後續扶持
channel-social = 社會幫扶（直接到戶）
channel-clawback = 低保金隨收入核減

benchmark-lifted_province = 全省脫貧人口
benchmark-lifted_nation = 全國脫貧人口
benchmark-rural_province = 全省農村居民
benchmark-rural_nation = 全國農村居民
benchmark-lifted_counties = 脫貧縣農民
benchmark-rural_city = 本市農村居民
benchmark-lifted_counties_city = 本市脫貧縣農民
value-unknown = 未知
result-join = 、
result-two-sentences = { $first }{ $second }
result-gaps-unknown = { $benchmarks }：未知，未填本市資料。
result-gaps-unknown-other = { $benchmarks }：未知，沒有公布數。
result-unknown-this-year = 未知：這一年沒有資料，以後年份才有。

example-plan = 計劃原樣
example-coverage = 覆蓋率提高 4 個百分點
example-shift = 基礎設施資金的一成改投產業
example-jobs = 新增 1 萬個外出務工崗位
example-operation = 資產運營和聯農帶農更好
example-together = 以上合在一起

result-headline = 脫貧人口人均純收入
result-first-year = { $year } 年 · 計劃首年
result-yuan = 元
result-yuan-a-head = 元/人
result-year = 年份
result-plan = 計劃
result-plan-published = 計劃（原有假設）
result-scenario = 方案
result-difference = 差額
result-against-plan = 比計劃
result-against-own-plan = 比同樣假設下的計劃
result-net-income = 脫貧人口為純收入，農村居民為可支配收入：標「口徑不同」的比較只供參考。
result-announced = { $year } 年人均純收入 { $income } 元，比計劃 { $difference } 元。
result-announced-apart = { $year } 年人均純收入 { $income } 元；假設變動的影響 { $assumed } 元，政策效果 { $difference } 元。
result-is-plan = 計劃原樣
result-is-example = 範例：{ $name }
result-is-own = 自定方案
result-changes = 改動 { $count } 項 ↓

vintage = 資料版本
vintage-shared = 按分享時的第 { $version } 版資料顯示；按當前第 { $newest } 版資料為 { $income } 元。
vintage-saved = 按儲存時的第 { $version } 版資料顯示；按當前第 { $newest } 版資料為 { $income } 元。
vintage-take = 改用當前資料
vintage-today = 已改用當前第 { $newest } 版資料；按分享時的第 { $version } 版資料為 { $income } 元。
vintage-today-saved = 已改用當前第 { $newest } 版資料；按儲存時的第 { $version } 版資料為 { $income } 元。
vintage-back = 按分享時顯示
vintage-back-saved = 按儲存時顯示
result-looking-back = 不是預測：準不準？
result-chain = 從計劃到方案
result-assumption-effect = 假設變動的影響
result-policy-effect = 政策效果
result-growth = { $from }—{ $to } 年年均增長
result-rounding = 尾差
result-with-rounding = 含尾差 { $amount }
result-rounding-note = 每個數都由精確值只捨入一次；各項之和與合計的差列為尾差。
result-sum = 合計

result-gain = 增收從哪裡來
gain-market = 市場性收入
gain-public_work = 公益性務工收入
gain-transfer = 轉移性收入
result-part-market = 市場性收入（務工、經營、財產）
result-part-public_work = 公益性崗位與以工代賑
result-part-transfer = 轉移性收入（獎補、低保等）
result-falls = 減少
result-gain-plan = 現在就是計劃本身。移動任一槓杆，或選一個範例，結果立即顯示在這裡。
result-gain-nothing = 與計劃相同，沒有增收。
result-gain-offset = 合計與計劃相同：市場性、公益性務工和轉移性收入有增有減，相互抵消。
result-gain-small = 增收不足 1 元，佔比沒有意義，只列金額。
result-gain-share = 增收的 { $share } 是市場性收入；其餘為公益性務工和轉移性收入，停發即止。
result-gain-market-falls = 增收全靠公益性務工和轉移性收入，市場性收入反而減少。停發即止。
result-gain-paid-falls = 增收全部是市場性收入，公益性務工和轉移性收入合計反而減少。
result-loss = 減收從哪裡來
result-loss-most = 比計劃減少，減少最多的是{ $name }。

welcome-title = 從這裡開始
welcome-what = 調整{ -plan-year }的資金、覆蓋面或就業，立即看到脫貧人口人均純收入和各項差距怎樣變化。
welcome-coverage = 調整覆蓋面
welcome-example = 打開一個範例
welcome-sources = 換成本地資料

result-gaps = 與各平均水平的差距
result-gaps-unit = { $year } 年，元/人
result-gaps-caption = 方案的人均純收入與各對照水平：對照值、差距、追平年份
result-benchmark = 對照
result-benchmark-value = 對照值
result-gap = 差距
result-closing = 何時追平
result-behind = 落後
result-ahead = 領先
result-level = 持平
result-other-concept = 口徑不同
result-other-concept-hint = 農村居民為可支配收入，脫貧人口為純收入，口徑不同，只供參考。
result-closes = { $year } 年追平
result-reopens = 到 { $year } 年又落後
result-not-by = 到 { $year } 年仍未追平
result-needs = 須年增 { $needed }，方案 { $own }
result-out-of-reach = 即使逐年翻番也無法追平

# 通往推演工具的入口。
tool-goal = 怎樣才能補上差距？
tool-chance = 假設在區間內變動會怎樣？
tool-allocation = 這筆錢怎樣用最好？
tool-years = 逐年查看
tool-sensitivity = 哪些假設最要緊？

result-targets = 兩個高於（增速之差，百分點）
result-targets-caption = 兩個高於逐年是否達到，以及增速高出多少個百分點
result-target-first = 脫貧人口
result-target-first-than = 高於全省農村居民
result-target-second = 脫貧縣農民
result-target-second-than = 高於全國農村居民
result-targets-note = 第二項任何槓桿都不影響。
result-met = 達到
result-missed = 未達到
result-too-close = 難以判定
result-target-first-than-city = 高於本市農村居民
result-target-second-city = 本市脫貧縣農民
result-targets-close = 相差不到 { $margin } 的為難以判定。
target-against-rural_city = 第一項與本市農村居民比。
target-against-rural_province = 第一項以全省農村居民代替：未填本市資料。
target-against-unknown = 第一項未知：農村居民收入沒有資料。
target-series-lifted_counties_city = 第二項為本市脫貧縣。
target-series-lifted_counties = 第二項為全國脫貧縣，不說明本市情況。
target-series-unknown = 第二項未知：脫貧縣農民收入沒有資料。

result-channels = 各渠道的影響
result-channels-caption = 從計劃收入到方案收入：每個渠道增減多少元，其中公益性務工和轉移性各佔多少
result-channels-note = 每條從上一條的終點起畫，豎線為計劃。
result-channel = 渠道
result-channel-bar = 圖示
result-paid-part = 其中公益性務工、轉移性
result-public-work-part = 其中公益性務工
result-received-part = 其中轉移性
result-public-work-share = 公益性 { $share }
result-received-share = 轉移性 { $share }

result-components = 收入構成（{ $year } 年）
result-components-caption = 四類收入：計劃、方案與差額（方案減計劃）
result-component = 收入類別

result-coverage = 產業幫扶覆蓋率
result-coverage-facts = 全省 { $province }；方案目標 { $wanted }。
result-coverage-caption = 逐年覆蓋率、與全省之差、當年到戶獎補尚缺的資金
result-coverage-reached = 達到
result-coverage-against = 比全省（百分點）
result-coverage-missing = 尚缺資金
result-nothing-missing = 不缺
result-coverage-note = 覆蓋率的提高靠當年到戶獎補支付；不夠的部分當年實現不了，所缺金額列在這裡。

result-risk = 返貧風險人口
result-estimate = 估算
result-risk-facts = 收入低於防返貧監測線的人口；{ $year } 年監測線為 { $line } 元。
result-risk-caption = 逐年估算的返貧風險人口：計劃與方案的人數，方案的佔比和平均缺口
result-risk-plan = 計劃（人）
result-risk-scenario = 方案（人）
result-risk-share = 方案佔比
result-risk-shortfall = 平均缺口（元）
result-risk-note = 按假設的基尼係數和對數常態分布推算，人數取整到十，不能代替逐戶監測。

result-years = 逐年數字
result-years-caption = 逐年的計劃、方案、差額（方案減計劃），以及各對照水平或與它們的差距
result-years-show = 表中右側四列
result-benchmark-values = 對照值
result-gaps-each-year = 差距
result-years-note = 差距為方案減對照，負數為落後。標「口徑不同」的是農村居民可支配收入。

chart-title = 人均收入，{ $from }—{ $to } 年
chart-view = 圖中內容
chart-levels = 收入水平
chart-differences = 變動效果
chart-lines = 顯示或隱藏各條線
chart-plan = 計劃
chart-plan-published = 計劃（原有假設）
chart-plan-own = 計劃（所改假設）
chart-scenario = 方案
chart-policy-effect = 政策效果（方案 − 計劃）
chart-assumption-effect = 假設變動的影響（計劃）
chart-note = 縱軸不從零開始；虛長線為可支配收入，與純收入口徑不同。
chart-note-differences = 政策效果與假設變動的影響分開計算，互不混入。
chart-to-years = 看逐年數字表
chart-loading = 正在載入圖表…
chart-failed = 圖表未能載入；下面的表格給出同樣的數字。
chart-description = 折線圖：{ $from } 年人均純收入 { $base } 元；到 { $to } 年，計劃 { $plan } 元，方案 { $scenario } 元。逐年數字見下面的表格。

change-title = 全部改動
change-none = 還沒有改動。移動任一槓杆、輸入數字，或從「從範例開始」選一個範例；每項改動都會列在這裡，可以逐項撤回。
change-levers = 政策槓桿
change-assumptions = 資料與假設
change-reset-levers = 撤回全部槓桿改動
change-reset-assumptions = 撤回全部假設改動
change-revert-funds = 撤回資金分配的改動
change-revert = 撤回：{ $name }
change-revert-short = 撤回
change-from = 由
change-to = 改為
change-idle = 這項改動沒有影響：{ $reason }

prices-constant = { $year } 年不變價
prices-hint = 把各年人均金額折算成 { $year } 年的物價水平；再按一次，恢復名義價
prices-unit = { $unit }，按 { $year } 年不變價
prices-mark = 按 { $year } 年不變價，物價年漲幅 { $growth }
