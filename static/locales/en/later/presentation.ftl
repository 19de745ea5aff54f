# The projector view: large types, a chart, a countdown and predictions for a room.

present-open = Projector view
present-open-title = Projector view (F5). To reload the page, press Ctrl+R or use the browser’s reload button.
present-window = Projector view · Zengshou
present-stage = Projected picture
present-tools = Tools of the projector view
present-lost = The calculator’s window was closed or reloaded: this picture changes no more. You can close this window.
present-slide = Picture
present-place = { $at } / { $count }
present-next = Next (→, space, PageDown)
present-back = Back (←, PageUp)
present-black = Black
present-black-title = Black screen (B or .); any key returns
present-white = White
present-white-title = White screen (W); any key returns
present-return = Press any key or click to return
present-full = Full screen
present-end = End
present-end-title = End the projector view (Esc)

present-headline = Net income per head of the lifted population, { $year }
present-slide-result = Result and gaps
present-slide-gain = Where the gain comes from
present-slide-changes = What was changed and what each change does
present-slide-paths = Income paths
present-slide-steps = From plan to scenario
present-slide-shares = Components of income
present-slide-flows = Where money goes and what it brings
present-slide-progress = Progress of projects and funds
present-slide-marginal = 10,000 yuan more: where they bring most
present-slide-years = Year by year
present-said = { $title }. { $result }
present-against = { $name }
present-gaps-note = Yuan a head. Below zero is behind, above zero ahead.
present-changes-note = Yuan a head. Each bar: how the result changes if this change alone is taken back. Changes interact, so the bars need not add up to the total.
present-from-to = { $from } → { $to }
present-more = And { $count } more changes.
present-nothing = There are no data to draw.

present-predict = Predict first
present-predict-title = Hide the result, let the room predict, then change and reveal
present-measure = Predict
present-measure-change = change of income
present-measure-income = income after the change
present-question-change = By how many yuan will this change net income per head in { $year }?
present-question-income = What will net income per head be in { $year } after this change?
present-hidden = The result is hidden: predict first, then reveal.
present-guess = Predicted
present-result = Result
present-off = Predicted − result
present-guess-field = The room’s prediction (yuan)
present-reveal = Reveal
present-question-end = Remove prediction
present-direction-right = Direction right
present-direction-wrong = Direction wrong

present-replay = Replay last change
present-replay-none = Nothing was changed yet, so there is nothing to replay

present-timer = Timer
present-timer-minutes = minutes
present-timer-start = Start
present-timer-pause = Pause
present-timer-go-on = Go on
present-timer-reset = Reset
present-time-up = Time is up
present-time-left = Time left

present-levers = Levers
present-levers-pick = Add a lever
present-levers-funds = All funds
present-less = { $name }: one step less
present-more-of = { $name }: one step more
present-much-less = { $name }: ten steps less
present-much-more = { $name }: ten steps more

present-second = Second window
present-second-title = Open another window for the projector; this one goes on as the calculator
present-second-close = Close second window
present-second-refused = The browser did not allow a second window, so the projector view goes on in this one. To use two windows, allow pop-ups for this page and try again.
present-second-closed = The second window was closed; the projector view goes on in this one.
present-second-on = The picture is in the second window; this one goes on as the calculator.
