# A page on each lever: what it is, what it does in the model, what it costs, what it cannot do,
# what speaks against it. It agrees with the model's document; the texts hold no numbers of
# their own, those come from the region's data.

note-title = About: { $name }
note-heading-is = What it is
note-heading-does = What it does in the model
note-heading-costs = What it costs
note-heading-cannot = What it cannot do
note-heading-against = What speaks against it
note-heading-source = Sources
note-no-source = There is no published source.
note-assumed = Assumed, to be replaced by local data: { $names }.
note-and = {"; "}
note-numbers = Numbers in the text are the region’s own and do not follow your changes.

note-funds-is = The { -funds } that four levels of government (central, provincial, city, county) set aside for a year, divided by use into industry, infrastructure and other: twelve cells.
note-funds-does = The model looks at the use alone: a yuan of one category does the same, whichever level pays it. Industry money, less overheads, goes partly to households as grants in the same year and for the rest into assets that earn year after year. Infrastructure money pays work-relief wages at once and a return once it is built. Other money reaches people in the same year as transfers and as pay of public-welfare posts.
note-funds-costs = Raising a cell without locking the total enlarges the budget, and the model does not ask where the money comes from. With the total locked, what one category gains another loses.
note-funds-cannot = It does not judge whether rules allow money to be used so, nor pick projects: earmarks, project lists and approvals are to be checked elsewhere. The share of central funds for industry is shown against its rule but limits nothing.
note-funds-against = Under the present assumptions, moving infrastructure money to industry brings mostly grants in the first year and gives up work-relief wages. Most of what roads and water supply are good for is not income of the lifted population, so that income alone undervalues them. How the funds of each level divide among the three uses is derived; put in the actual budget.

note-repeat-is = Whether changes of funds and of execution hold for the first plan year only or for every plan year.
note-repeat-does = Ticked, the matrix and the execution follow the scenario in every plan year; unticked, they do so in the first one and return to the plan afterwards. All other levers go on either way.
note-repeat-costs = If the scenario enlarges the budget, ticking it assumes that the same money is found again every year.
note-repeat-cannot = It repeats the first plan year and does not mean that later budgets are decided; amounts that differ by year are set in Planning, “Year by year”.
note-repeat-against = { -Funds } are fixed anew in each year’s budget; carrying one year forward is a supposition. A change of a single year fades: its grants stop in the next year and its assets wear out. Look at both to see how long a gain lasts.

note-funds_growth-is = How much each level’s { -funds } grow or shrink a year after the first plan year: one rate for each of the four levels.
note-funds_growth-does = From the second plan year on, all three uses of a level’s money grow from the first plan year’s at that rate. It counts only where funds repeat; a cell with a value of its own for a year keeps that value.
note-funds_growth-costs = A positive rate supposes that more money is found every year; a negative one takes from assets, grants and coverage alike.
note-funds_growth-cannot = It does not forecast a budget and does not tell uses apart: all three of a level grow alike. To shift between uses, set years one by one in Planning, “Year by year”.
note-funds_growth-against = What these funds will be in later years is each year’s budget to decide. A rate is a supposition; say what it rests on when you report it.

note-execution-is = The share of the year’s { -funds } that is actually spent within the year, for the whole year and for all three categories.
note-execution-does = Only money that is spent does anything. Of the rest, the share “Carried-over money spent” ({ $carry_spent }) is spent in the following year; what then remains lapses.
note-execution-costs = No more money, but preparation, tenders, building and settlement of accounts that keep pace. Money spent in haste and to no effect looks the same to the model.
note-execution-cannot = It uses money sooner but makes it no more: where all that is carried over is spent a year later, even a rate kept up every year adds spending in the first year alone, and later years spend what the plan spends.
note-execution-against = Published progress is often of mid-year and must not be read as a full year’s. Spent is not yet built, and built not yet effective. A rate that counts as an achievement invites a rush in December.

note-grants_share-is = The share of industry money that is paid to households as grants instead of becoming assets.
note-grants_share-does = Grants are transfer income of the same year: the share of the lifted population ({ $grants_targeting }) counts, and of it what is income at all ({ $grants_counted }). Grants are also the only money for coverage: they keep what there is first, and what is left raises it, at { $coverage_cost }.
note-grants_share-costs = The total stays the same: what grants gain, assets lose, and with them the returns of every later year.
note-grants_share-cannot = It brings no lasting income: when grants stop, that income is gone in the same year. With overheads it cannot exceed the whole of industry money.
note-grants_share-against = Raising it makes the first year look good at once, while later years may be worse. Compare scenarios at the horizon, and look at how much of the gain is market income and how much transfers. One study finds that after some years help by capital does better than cash.

note-relief_share-is = The share of infrastructure money that is spent as work relief (以工代赈): local people are employed on the works and paid for it.
note-relief_share-does = Infrastructure spending, times this share, times the share paid as wages, is what workers are paid. Of it { $labour_local } goes to the lifted population; { $labour_displaced } of that only replaces earlier earnings and is deducted. The rest is wage income of the same year.
note-relief_share-costs = No more money. The price lies in organization: works that suit manual labour, longer building, training and safety, none of which the model counts.
note-relief_share-cannot = It cannot carry income beyond the end of the works, and does not suit works done mainly by machine. If it or the share paid as wages is zero, the other does nothing.
note-relief_share-against = The model lets the same works be built, to the same benefit, however they are done. That is optimistic: more labour may mean that the money builds less. If the workers had work already, the displacement should be set higher.

note-labour_share-is = The share of work-relief money that is paid to the workers as wages.
note-labour_share-does = Infrastructure spending, times the share done as work relief, times this share, is what workers are paid. With the share of the lifted population ({ $labour_local }) and less displacement ({ $labour_displaced }) it is wage income of the same year. The plan’s { $labour_share } is the national rule, not the local practice.
note-labour_share-costs = Within the same money, more wages leave less for materials and machines. The model builds no less for it; that price is for you to weigh.
note-labour_share-cannot = It cannot exceed the labour that the works need, and does not decide who is paid.
note-labour_share-against = A share that meets the rule has not for that reached { -households }: check it against the payrolls. A very high share may mean that other expenses were booked as wages.

note-operating_rate-is = The share of industry assets, by value, that operates well and earns.
note-operating_rate-does = Assets, times this share, the return on assets ({ $asset_return }), the share of households and that of the lifted population ({ $targeting }), are the returns that reach people, as wages, operating and property income. It works on assets from before the plan and on new ones alike.
note-operating_rate-costs = No investment, but professional operation, upkeep, registered ownership and early warning. Their cost is outside the matrix and not counted.
note-operating_rate-cannot = It cannot make assets earn that have no market: at a return of zero it does nothing. A new asset’s first year counts in part only.
note-operating_rate-against = The rate is mostly self-reported and tends to be high, and operating is not yet earning. Assets from before the plan stand at { $existing_assets } in the data; if that is too low, so is what a better rate does. Enter their registered value.

note-benefit_share-is = The share of project returns that reaches households by dividends, rent, work or orders (联农带农); the rest stays with the operator.
note-benefit_share-does = Households get this share of the returns, the lifted population { $targeting } of that. Of what they get { $split_wage } is wages, { $split_operating } operating income and the rest property income; wages less what they displace, operating income less what coverage counts already.
note-benefit_share-costs = No public money: the operator pays. What households gain, the operator loses.
note-benefit_share-cannot = It cannot enlarge the returns: any share of nothing is nothing.
note-benefit_share-against = The model lets operators run and invest as before, however much they give away. In practice they may invest less, report lower profits or leave. Whether guaranteed dividends go on after their term it cannot see either.

note-coverage-is = The share of { -households } that have a measure of industry support; the plan keeps it at { $coverage0 }.
note-coverage-does = A higher coverage raises operating income: by { $coverage_effect } from none to all, before saturation, and by less the nearer to all. Of a change { $coverage_now } works in the same year, the rest a year later. It costs inputs first and pays from the second year: { $coverage_in_kind } of the grants used for it are seed, feed and the like, no income.
note-coverage-costs = Covering more costs { $coverage_cost }, and only the year’s household grants can pay for it, after the upkeep of the present coverage ({ $coverage_upkeep } of the plan’s grants). What they do not pay for is not reached in that year; the money missing is listed year by year. Where grants are cut too far, even the present coverage is lost.
note-coverage-cannot = It changes operating income alone. It counts households, not how much each is helped: having a measure is not yet being helped by it.
note-coverage-against = No study gives the size of this effect; on poverty-relief money as a whole, findings range from none to a modest gain. Grants used for coverage are partly inputs, which the model takes off income; how much is an assumption. Measures that exist on paper change no income.

note-jobs-outward-is = People beyond the plan who go to work elsewhere, in full years of work.
note-jobs-outward-does = Each counts { $pay_outward } a year, growing with wages, { $job_first_year } of it in the first year, without those who would have left anyway ({ $deadweight_outward }) and less the earnings given up at home ({ $displacement_outward } of the new pay), spread over the whole lifted population as wage income.
note-jobs-outward-costs = Recruiting, training and travel are paid by money outside the plan; the model does not count it.
note-jobs-outward-cannot = It creates no jobs: as many count as you enter, whether or not there are hands to send and places to take them.
note-jobs-outward-against = Those who would have gone anyway are not additional. Who looks after the old, the children and the land does not show in income. When cities hire less, this income is the first to shrink.

note-jobs-workshop-is = Jobs beyond the plan in support workshops (帮扶车间), in full years of work: small plants in the villages that employ lifted people near their homes.
note-jobs-workshop-does = Each counts { $pay_workshop } a year, growing with wages, { $job_first_year } of it in the first year, without those who would have found work anyway ({ $deadweight_workshop }) and less earlier earnings given up ({ $displacement_workshop } of the new pay), spread over the whole lifted population as wage income.
note-jobs-workshop-costs = The workshop pays the wages. If public money pays for buildings, machines or hiring subsidies, enter it in the matrix; the model deducts nothing by itself.
note-jobs-workshop-cannot = It guarantees no orders: the number counts in every plan year, whether or not the workshop has work.
note-jobs-workshop-against = Workshops mostly employ those who cannot leave home; if they did odd jobs before, the displacement should be higher. Returns of a workshop built with { -funds } count as industry assets already; take care not to count its wages twice.

note-jobs-relief-is = People beyond the plan in work relief, on works that { -funds } do not pay for.
note-jobs-relief-does = Each counts { $pay_relief } a year, growing with wages, { $job_first_year } of it in the first year, without those who would have found work anyway ({ $deadweight_relief }) and less earlier earnings given up ({ $displacement_relief } of the new pay), spread over the whole lifted population as wage income.
note-jobs-relief-costs = Other funds for works pay it, not the { -funds }; the model does not count it.
note-jobs-relief-cannot = It must not hold the work on projects of the { -funds }: that is in the share done as work relief and the share paid as wages, and would count twice.
note-jobs-relief-against = Works differ from year to year, yet the number counts in every one; single works are overstated so. Pay differs widely between places: put in the local one.

note-jobs-welfare-is = Public-welfare posts (公益岗位) beyond the plan, such as cleaning, forest watch and road care.
note-jobs-welfare-does = Each counts { $pay_welfare } a year, growing with wages, { $job_first_year } of it in the first year, without those who would have found work anyway ({ $deadweight_welfare }) and less earlier earnings given up ({ $displacement_welfare } of the new pay), spread over the whole lifted population as wage income.
note-jobs-welfare-costs = Money outside the plan pays for the post, every year that it lasts.
note-jobs-welfare-cannot = It builds no assets. Posts within the plan are in the wages of “other” funds already and must not be entered again.
note-jobs-welfare-against = Statistics call it wages; in substance it is close to a transfer that ends with the subsidy, and deserves to be seen like grants. Putting people into posts who could have worked elsewhere lowers income.

note-jobs-startup-is = People beyond the plan who start a business of their own, returners and sole traders among them.
note-jobs-startup-does = Each counts a net income of { $pay_startup } a year, growing with wages, { $job_first_year } of it in the first year, without those who would have started anyway ({ $deadweight_startup }) and less what was earned before ({ $displacement_startup } of the new income), spread over the whole lifted population. Though it is business income, the model counts it as wages with the other batches of employment.
note-jobs-startup-costs = Interest subsidies, grants, the risk of guarantees and the founders’ own money are all outside this tool.
note-jobs-startup-cannot = It knows no failure: the number counts in every plan year, with this net income each.
note-jobs-startup-against = Such incomes differ widely; an average hides losses, and those who fail may fall back into poverty in debt. Use an average after costs that includes the failures.

note-relocated_employment-is = By how many points the employment of relocated people able to work is above (or below) the plan.
note-relocated_employment-does = The change, times the relocated labour ({ $relocated_labour }), is the people who gain or lose work. Each counts { $relocated_pay } a year, growing with wages, { $job_first_year } of it in the first year, without those who would have found work anyway ({ $relocated_deadweight }) and less earlier earnings given up ({ $relocated_displacement } of the new pay), spread over the whole lifted population as wage income.
note-relocated_employment-costs = Local industry, training and placement in the resettlement areas cost money that is outside the matrix and not counted.
note-relocated_employment-cannot = It does not tell steady work from odd jobs, and says nothing of housing, schooling, health care and settling in.
note-relocated_employment-against = Not all relocated people are of the lifted population, yet all their gain is put down to it, which may overstate the average. Employment is counted in different ways; a few points may be no more than another way of counting. Check the number of relocated labour first.

note-social-is = Money beyond the plan that partner regions, institutions and firms give each year (对口帮扶, 定点帮扶, 万企兴万村).
note-social-does = The share for industry joins industry money and goes through execution, grants and assets like it. The rest goes straight to households; { $social_direct } of it is transfer income of the lifted population in the same year.
note-social-costs = The helpers pay, not the { -funds }. Matching, preparing and administering it still takes local hands.
note-social-cannot = It does not replace public money and leaves the share of central funds for industry as it is. Unticking “The same in every later year” does not end it: the model counts the same amount in every plan year.
note-social-against = It depends on the helpers’ will and term; counting it every year is optimistic. What goes straight to households is like any transfer: gone when it stops.

note-social_industry-is = The share of additional social help that is put into industry; the rest goes straight to households.
note-social_industry-does = What goes into industry is treated like industry money: spent at the rate of execution, less overheads, partly paid as grants, the rest an asset that earns year after year. Without additional social help it does nothing.
note-social_industry-costs = The total stays the same: what industry gains, households lose in that year. Whether it comes back depends on how assets are operated and shared.
note-social_industry-cannot = It is agreed with the helpers; the bureau cannot decide it alone.
note-social_industry-against = The model gives these assets the return of publicly funded ones, while a helper’s project may not outlast its helper. The first year alone undervalues industry, the horizon alone overlooks those in need today.
