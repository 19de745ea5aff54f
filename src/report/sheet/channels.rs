//! What each channel adds, as `model/channels/` has it: for the plan, for the scenario, and the
//! difference, which alone counts.

use super::assets::Assets;
use super::baseline::Baseline;
use super::book::Line;
use super::coverage::Coverage;
use super::formula::{Formula, in_yuan, zero};
use super::spending::Spending;
use super::{Builder, Side};
use crate::model::Channel;
use crate::region::key::{self, Batch, Category, Component, Fixed};

/// The parts of channels that can be anything but nothing.
type Parts = Vec<(Channel, Component, Line)>;

/// A formula that needs its year.
type OfYear<'a> = Box<dyn Fn(u16) -> Formula + 'a>;

/// Where the channels' differences stand.
pub struct Channels {
    /// By channel and component, the claw-back too.
    pub parts: Parts,
    /// By channel, in their order.
    pub totals: [Line; Channel::ALL.len()],
}

/// Writes the sheet.
pub fn sheet(
    builder: &mut Builder<'_>,
    spending: &Spending,
    assets: &Assets,
    coverage: &Coverage,
    baseline: &Baseline,
) -> Channels {
    let sheet = builder.year_sheet("sheet-channels", "sheet-channels-note");
    let years = builder.years();
    let in_plan = |year| year >= years.first_plan;
    let [plan, scenario] =
        Side::BOTH.map(|side| of_side(builder, sheet, side, spending, assets, coverage, baseline));
    let words = builder.words;
    let name = words.text("result-policy-effect");
    builder.book.group(sheet, &name);
    let mut parts: Parts = Vec::new();
    for ((channel, component, plan), (_, _, scenario)) in plan.into_iter().zip(scenario) {
        let line = builder.money(sheet, &part_name(builder, channel, component), |_, year| {
            in_plan(year).then(|| scenario.at(year) - plan.at(year))
        });
        parts.push((channel, component, line));
    }
    let earned: Vec<Line> = parts
        .iter()
        .filter(|(_, component, _)| *component != Component::Transfer)
        .map(|(_, _, line)| *line)
        .collect();
    let rate = builder.assumed(Fixed::Clawback);
    let (clawback, transfer) = (Channel::Clawback, Component::Transfer);
    let name = part_name(builder, clawback, transfer);
    let line = builder.money(sheet, &name, |_, year| {
        let all = earned.iter().map(|line| line.at(year)).collect();
        in_plan(year).then(|| -(Formula::Sum(all) * rate.clone()))
    });
    parts.push((clawback, transfer, line));
    builder.book.group(sheet, &words.text("sheet-by-channel"));
    let totals = Channel::ALL.map(|channel| {
        let lines: Vec<Line> = parts
            .iter()
            .filter(|(of, _, _)| *of == channel)
            .map(|(_, _, line)| *line)
            .collect();
        builder.result(sheet, &words.channel(channel), |_, year| {
            let all = lines.iter().map(|line| line.at(year)).collect();
            in_plan(year).then_some(Formula::Sum(all))
        })
    });
    Channels { parts, totals }
}

fn part_name(builder: &Builder<'_>, channel: Channel, component: Component) -> String {
    let words = builder.words;
    words.format(
        "sheet-of-category",
        &[
            ("category", &words.channel(channel)),
            ("what", &words.component(component)),
        ],
    )
}

fn of_side(
    builder: &mut Builder<'_>,
    sheet: usize,
    side: Side,
    spending: &Spending,
    assets: &Assets,
    coverage: &Coverage,
    baseline: &Baseline,
) -> Parts {
    use Channel::{Employment, Grants, Industry, Infrastructure, Other, Relocation, Social};
    use Component::{Operating, Property, Transfer, Wage};
    let (words, index) = (builder.words, side as usize);
    let years = builder.years();
    builder.book.group(sheet, &side.title(words));
    let assumed = |key: Fixed| builder.inputs.in_force(key.into());
    let lever = |key: Fixed| builder.lever(side, key);
    let people = |year| baseline.population.at(year);
    let spent = |category: Category, year| spending.spent[index][category as usize].at(year);

    let returned = assumed(Fixed::AssetReturn)
        * assumed(Fixed::Targeting)
        * lever(Fixed::OperatingRate)
        * lever(Fixed::BenefitShare);
    let (wage, operating) = (assumed(Fixed::SplitWage), assumed(Fixed::SplitOperating));
    let industry = [
        (Wage, wage.clone() * assumed(Fixed::DisplacedWage).rest()),
        (
            Operating,
            operating.clone() * assumed(Fixed::Overlap).rest(),
        ),
        (Property, wage.rest() - operating),
    ];
    let counted = assumed(Fixed::GrantsCounted) * assumed(Fixed::GrantsTargeting);
    let relief = lever(Fixed::ReliefShare)
        * lever(Fixed::LabourShare)
        * assumed(Fixed::LabourLocal)
        * assumed(Fixed::LabourDisplaced).rest();
    let lasting = assumed(Fixed::InfraReturn) * assumed(Fixed::InfraReach);
    let (rural, infra_wage) = (
        assumed(Fixed::RuralResidents),
        assumed(Fixed::InfraSplitWage),
    );
    let targeting = assumed(Fixed::OtherTargeting);
    let other = [
        (
            Wage,
            assumed(Fixed::OtherWage) * assumed(Fixed::OtherDisplaced).rest(),
        ),
        (Transfer, assumed(Fixed::OtherTransfer)),
    ];
    let batches: Vec<(u16, Formula)> = years
        .plan()
        .map(|year| {
            let of_batch = |batch| {
                let jobs = builder.lever_in(side, key::jobs(batch), year, lever(key::jobs(batch)));
                assumed(key::pay(batch)) * jobs * assumed(key::displacement(batch)).rest()
            };
            (year, Formula::Sum(Batch::ALL.map(of_batch).into()))
        })
        .collect();
    let relocated = assumed(Fixed::RelocatedPay)
        * assumed(Fixed::RelocatedLabour)
        * lever(Fixed::RelocatedEmployment)
        * assumed(Fixed::RelocatedDisplacement).rest();
    let direct =
        lever(Fixed::Social) * lever(Fixed::SocialIndustry).rest() * assumed(Fixed::SocialDirect);

    let mut formulas: Vec<(Channel, Component, OfYear<'_>)> = Vec::new();
    for (component, part) in industry {
        let returned = returned.clone();
        formulas.push((
            Industry,
            component,
            Box::new(move |year| {
                assets.industry[index].at(year) * in_yuan() * returned.clone() / people(year)
                    * part.clone()
            }),
        ));
    }
    formulas.push((
        Grants,
        Transfer,
        Box::new(move |year| {
            coverage.grants[index].at(year) * in_yuan() * counted.clone() / people(year)
        }),
    ));
    formulas.push((
        Channel::Coverage,
        Operating,
        Box::new(move |year| coverage.operating[index].at(year)),
    ));
    let yielded = move |year| {
        assets.infrastructure[index].at(year) * in_yuan() * lasting.clone() / rural.clone()
    };
    let (for_wage, wage_part) = (yielded.clone(), infra_wage.clone());
    formulas.push((
        Infrastructure,
        Wage,
        Box::new(move |year| {
            spent(Category::Infrastructure, year) * in_yuan() * relief.clone() / people(year)
                + for_wage(year) * wage_part.clone()
        }),
    ));
    formulas.push((
        Infrastructure,
        Operating,
        Box::new(move |year| yielded(year) * infra_wage.clone().rest()),
    ));
    for (component, part) in other {
        let targeting = targeting.clone();
        formulas.push((
            Other,
            component,
            Box::new(move |year| {
                spent(Category::Other, year) * in_yuan() * targeting.clone() / people(year)
                    * part.clone()
            }),
        ));
    }
    let relocated = years.plan().map(|year| (year, relocated.clone())).collect();
    for (channel, money) in [(Employment, batches), (Relocation, relocated)] {
        let money = move |year: u16| {
            let found = money.iter().find(|(known, _)| *known == year);
            found.map_or_else(zero, |(_, formula)| formula.clone())
        };
        formulas.push((
            channel,
            Wage,
            Box::new(move |year| money(year) * baseline.wage_index.at(year) / people(year)),
        ));
    }
    formulas.push((
        Social,
        Transfer,
        Box::new(move |year| direct.clone() * in_yuan() / people(year)),
    ));
    formulas
        .into_iter()
        .map(|(channel, component, formula)| {
            let name = part_name(builder, channel, component);
            let line = builder.money(sheet, &name, |_, year| {
                (year >= years.first_plan).then(|| formula(year))
            });
            (channel, component, line)
        })
        .collect()
}
