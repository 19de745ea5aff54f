# 由 zh-Hans 的同名文件轉換而成（cargo xtask traditional），請勿直接修改。
# 投影視圖：給一屋子人看的大字、圖、倒計時和預測。

present-open = 投影視圖
present-open-title = 投影視圖（F5）。重新載入頁面請按 Ctrl+R，或用瀏覽器的重新載入按鈕。
present-window = 投影視圖 · 增收
present-stage = 投影畫面
present-tools = 投影視圖的操作
present-lost = 測算窗口已關閉或重新載入，投影畫面不再更新。可以關掉本窗口。
present-slide = 畫面
present-place = { $at } / { $count }
present-next = 下一頁（→、空格、PageDown）
present-back = 上一頁（←、PageUp）
present-black = 黑屏
present-black-title = 黑屏（B 或 .），按任意鍵返回
present-white = 白屏
present-white-title = 白屏（W），按任意鍵返回
present-return = 按任意鍵或點一下返回
present-full = 全螢幕
present-end = 結束
present-end-title = 結束投影視圖（Esc）

present-headline = { $year } 年脫貧人口人均純收入
present-slide-result = 結果與差距
present-slide-gain = 增收從哪裡來
present-slide-changes = 改了什麼，各起多大作用
present-slide-paths = 收入路徑
present-slide-steps = 從計劃到方案
present-slide-shares = 收入構成
present-slide-flows = 資金流向與增收效應
present-slide-progress = 項目和資金進度
present-slide-marginal = 再多 1 萬元，用在哪裡增收多
present-slide-years = 逐年數字
present-said = { $title }。{ $result }
present-against = 比{ $name }
present-gaps-note = 單位：元/人。負數為落後，正數為領先。
present-changes-note = 單位：元/人。每條為只復原這一項時結果的變動；幾項相互影響，各條之和不一定等於合計。
present-from-to = { $from } → { $to }
present-more = 另有 { $count } 項改動。
present-nothing = 沒有可畫的資料。

present-predict = 先預測
present-predict-title = 先隱藏結果，請大家預測，再改動、揭曉
present-measure = 預測什麼
present-measure-change = 人均純收入變動
present-measure-income = 改動後的人均純收入
present-question-change = 這樣改動，{ $year } 年人均純收入變動多少元？
present-question-income = 這樣改動後，{ $year } 年人均純收入是多少元？
present-hidden = 結果已隱藏：先預測，後揭曉。
present-guess = 預測
present-result = 結果
present-off = 預測 − 結果
present-guess-field = 全場的預測（元）
present-reveal = 揭曉
present-question-end = 撤下預測
present-direction-right = 方向對了
present-direction-wrong = 方向不對

present-replay = 重放上次改動
present-replay-none = 還沒有改動，無可重放

present-timer = 倒計時
present-timer-minutes = 分鐘
present-timer-start = 開始
present-timer-pause = 暫停
present-timer-go-on = 繼續
present-timer-reset = 重置
present-time-up = 時間到
present-time-left = 剩餘時間

present-levers = 槓桿
present-levers-pick = 加一個槓桿
present-levers-funds = 資金總額
present-less = { $name }：減一檔
present-more-of = { $name }：加一檔
present-much-less = { $name }：減十檔
present-much-more = { $name }：加十檔

present-second = 第二窗口
present-second-title = 另開一個窗口放到投影儀上，本窗口照常操作
present-second-close = 關閉第二窗口
present-second-refused = 瀏覽器沒有允許打開第二個窗口，投影視圖就在本窗口進行。要用兩個窗口，請允許本頁的彈出窗口後再試。
present-second-closed = 第二個窗口已關閉，投影視圖改在本窗口進行。
present-second-on = 投影畫面在第二個窗口，本窗口照常測算。

present-lesson = 練習
present-lesson-free = 自由演示
present-lesson-pick = 演示什麼
present-lesson-failed = 練習沒有載入，請檢查網路後再試。
present-lesson-start = 把槓桿放到練習起點
present-lesson-start-title = 當前方案換成練習的起點，可以復原
present-lesson-direction = 全場認為
present-answer-first = 先作答：在下面填寫全場的預測，或先在練習頁面完成這一步，再往下走。
present-closed = 沒有改動：投影中的這一步只開放練習指定的槓桿。
present-no-value = 暫無數值
present-lesson-none = 未選
present-answer-factor = 全場的預測（係數）
present-answer-field = 全場的預測（{ $unit }）
present-step = 第 { $number } 步 · { $kind }
present-right = 預測準確
present-wrong = 預測有偏差
