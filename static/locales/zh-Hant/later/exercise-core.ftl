# 由 zh-Hans 的同名文件轉換而成（cargo xtask traditional），請勿直接修改。
# 練習：可能出現的錯誤，以及預測的用語。
fault-exercise-newer = 練習採用第 { $version } 版格式，本版本無法識別。請重新整理頁面或使用新版程式打開。
fault-exercise-unknown = 這裡沒有練習「{ $id }」。請核對連結，或向教員索取練習檔案。
fault-exercise-file-needed = 這是自編練習「{ $id }」（版本 { $sum }）的結果，結果裡不帶練習本身，這裡也沒有打開過這份練習。請打開練習檔案或練習連結；練習名稱寫在結果文字的第一行。
fault-exercise-output = 沒有輸出項「{ $name }」。輸出項的名稱與「zengshou explain」一致。
fault-exercise-not-one-of = 「{ $text }」不在可選範圍內：{ $allowed }
fault-exercise-count = 應在 { $least } 至 { $most } 之間
fault-exercise-text = 文字長度應為 1 至 { $most } 個字。
fault-exercise-no-language = 文字沒有任何一種本系統支持的語言。
fault-exercise-brace = 花括號中沒有數字名稱：請在其中寫上輸出項的名稱；正文中的花括號請寫兩遍。
fault-exercise-other = 這是另一道練習或本練習另一版本的結果。
fault-exercise-no-result = 這是情景連結，不是練習結果。請學員在練習最後一頁複製結果。
exercise-direction-up = 上升
exercise-direction-down = 下降
exercise-direction-same = 不變
