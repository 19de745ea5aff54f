# 练习：可能出现的错误，以及预测的用语。
fault-exercise-newer = 练习采用第 { $version } 版格式，本版本无法识别。请刷新页面或使用新版程序打开。
fault-exercise-unknown = 这里没有练习“{ $id }”。请核对链接，或向教员索取练习文件。
fault-exercise-file-needed = 这是自编练习“{ $id }”（版本 { $sum }）的结果，结果里不带练习本身，这里也没有打开过这份练习。请打开练习文件或练习链接；练习名称写在结果文字的第一行。
fault-exercise-output = 没有输出项“{ $name }”。输出项的名称与“zengshou explain”一致。
fault-exercise-not-one-of = “{ $text }”不在可选范围内：{ $allowed }
fault-exercise-count = 应在 { $least } 至 { $most } 之间
fault-exercise-text = 文字长度应为 1 至 { $most } 个字。
fault-exercise-no-language = 文字没有任何一种本系统支持的语言。
fault-exercise-brace = 花括号中没有数字名称：请在其中写上输出项的名称；正文中的花括号请写两遍。
fault-exercise-other = 这是另一道练习或本练习另一版本的结果。
fault-exercise-no-result = 这是情景链接，不是练习结果。请学员在练习最后一页复制结果。
exercise-direction-up = 上升
exercise-direction-down = 下降
exercise-direction-same = 不变
