//! Figures that are judged, and the limits of their multiples.

use super::{Limit, PEERS_AGAINST};

/// The figures that are judged as multiples of others of the same run, since machines differ by more
/// than the limits: name, what is measured, what it is a multiple of, limit.
pub const MULTIPLES: [(&str, &str, &str, Limit); 11] = [
    (
        "draws_10000_projections",
        "draws_10000_ms",
        PEERS_AGAINST,
        Limit::Most(1500.0),
    ),
    (
        "map_50x50_projections",
        "map_50x50_ms",
        PEERS_AGAINST,
        Limit::Most(2000.0),
    ),
    (
        "tornado_projections",
        "tornado_ms",
        PEERS_AGAINST,
        Limit::Most(320.0),
    ),
    (
        "goal_seek_projections",
        "goal_seek_ms",
        PEERS_AGAINST,
        Limit::Most(170.0),
    ),
    (
        "allocation_projections",
        "allocation_ms",
        PEERS_AGAINST,
        Limit::Most(700.0),
    ),
    (
        "households_bytes",
        "households_1m_pass_ms",
        "households_1m_bytes_ms",
        Limit::Most(8.0),
    ),
    (
        "households_lever_ratio",
        "households_lever_ms",
        "households_no_lever_ms",
        Limit::Most(1.3),
    ),
    (
        "squiggle_draws",
        "peer_squiggle_ms",
        "draws_10000_ms",
        Limit::Least(6.0),
    ),
    (
        "decimaljs_projections",
        "peer_decimaljs_ms",
        PEERS_AGAINST,
        Limit::Least(24.6),
    ),
    (
        "hyperformula_divisions",
        "division_hyperformula_ms",
        "division_3000_ms",
        Limit::Least(10.0),
    ),
    (
        "hyperformula_projections",
        "peer_hyperformula_ms",
        PEERS_AGAINST,
        Limit::Least(14.4),
    ),
];
