//! The household at which a measure ends, found in SQL column by column.

/// A column of an order: its name and whether the greatest comes first.
pub(super) type OrderColumn = (&'static str, bool);
/// Columns of an order that are looked through at once.
pub(super) type OrderLevel = Vec<OrderColumn>;

/// The statement that finds the last household of an order that a measure reaches: a level after the other, over grouped values.
pub(super) fn last_reached(measure: &str, holds: &str, levels: &[OrderLevel]) -> String {
    let (wanted, there) = if measure == "cover" {
        ("cover", "for_cover")
    } else {
        ("jobs", "for_jobs")
    };
    let mut steps = vec![format!(
        "@STAGE zengshou_{measure}_at@\nWITH s0 AS (SELECT LEAST({wanted}, {there}) AS rest FROM zengshou_size WHERE LEAST({wanted}, {there}) > 0)"
    )];
    let join = |parts: &[String], between: &str| parts.join(between);
    let mut known: Vec<&str> = Vec::new();
    for (last, level) in levels.iter().enumerate() {
        let next = last + 1;
        let keys = |range: std::ops::Range<usize>, before: &str| -> Vec<String> {
            range.map(|at| format!("{before}k{at}")).collect()
        };
        let (found, all) = (known.len(), known.len() + level.len());
        let same: Vec<String> = known
            .iter()
            .enumerate()
            .map(|(at, column)| format!("{column} = s.k{at}"))
            .collect();
        let same = if same.is_empty() {
            "TRUE".to_owned()
        } else {
            same.join(" AND ")
        };
        let own: Vec<String> = level
            .iter()
            .map(|(column, _)| (*column).to_owned())
            .collect();
        let named = level.iter().zip(found..);
        let named: Vec<String> = named
            .map(|((column, _), at)| format!("{column} AS k{at}"))
            .collect();
        let sorted = level.iter().zip(found..);
        let sorted: Vec<String> = sorted
            .map(|((_, is_descending), at)| {
                format!("k{at}{}", if *is_descending { " DESC" } else { "" })
            })
            .collect();
        let before = keys(0..found, "s.");
        let picked = join(&[before.clone(), named].concat(), ", ");
        let grouped = join(&[before, own].concat(), ", ");
        steps.push(format!(
            "v{next} AS (SELECT {picked}, s.rest, CAST(SUM(weight * copies) AS BIGINT) AS here\n  FROM zengshou_read JOIN s{last} s ON {same} WHERE {holds} GROUP BY {grouped}, s.rest)"
        ));
        steps.push(format!(
            "c{next} AS (SELECT v{next}.*, CAST(SUM(here) OVER (ORDER BY {} ROWS UNBOUNDED PRECEDING) AS BIGINT) AS upto FROM v{next})",
            join(&sorted, ", ")
        ));
        steps.push(format!(
            "s{next} AS (SELECT {}, rest - (upto - here) AS rest FROM c{next} WHERE upto - here < rest AND upto >= rest)",
            join(&keys(0..all, ""), ", ")
        ));
        known.extend(level.iter().map(|(column, _)| *column));
    }
    format!("{}\nSELECT * FROM s{}", steps.join(",\n"), levels.len())
}

/// The columns with their numbers, without those that are parts of another one.
fn columns(levels: &[OrderLevel]) -> impl DoubleEndedIterator<Item = (usize, &OrderColumn)> {
    let all: Vec<&OrderColumn> = levels.iter().flatten().collect();
    let numbered: Vec<_> = all.into_iter().enumerate().collect();
    numbered
        .into_iter()
        .filter(|(_, (column, _))| !column.contains(' '))
}

/// True for a household before the last one.
pub(super) fn before(last: &str, levels: &[OrderLevel]) -> String {
    columns(levels)
        .rev()
        .fold(String::new(), |later, (at, (column, is_descending))| {
            let sign = if *is_descending { ">" } else { "<" };
            let own = format!("r.{column} {sign} {last}.k{at}");
            if later.is_empty() {
                own
            } else {
                format!("({own} OR (r.{column} = {last}.k{at} AND {later}))")
            }
        })
}

/// True for a household that is the last one in every column.
pub(super) fn at(last: &str, levels: &[OrderLevel]) -> String {
    let each = columns(levels).map(|(at, (column, _))| format!("r.{column} = {last}.k{at}"));
    each.collect::<Vec<_>>().join(" AND ")
}
