# Exercises: what can be wrong with them, and words for predictions.
fault-exercise-newer = The exercise has the form of version { $version }, which this version does not know. Reload the page or use a newer program.
fault-exercise-unknown = There is no exercise “{ $id }” here. Check the link, or ask the trainer for the exercise’s file.
fault-exercise-file-needed = This is a result of the own exercise “{ $id }” (edition { $sum }). A result does not carry its exercise, and this exercise has not been opened here. Open its file or its link; the first line of the result’s text has the exercise’s title.
fault-exercise-output = There is no output “{ $name }”. Outputs are called as in “zengshou explain”.
fault-exercise-not-one-of = “{ $text }” is none of: { $allowed }
fault-exercise-count = must be from { $least } to { $most }
fault-exercise-text = A text must have from 1 to { $most } characters.
fault-exercise-no-language = The text is in no language that the calculator speaks.
fault-exercise-brace = A brace encloses no number: write the name of an output in it, or braces of the text twice.
fault-exercise-other = This is the result of another exercise, or of another edition of this one.
fault-exercise-no-result = This link opens a scenario, not the result of an exercise. Participants copy theirs from the last screen of the exercise.
exercise-direction-up = rises
exercise-direction-down = falls
exercise-direction-same = stays the same
