//! A figure of the report as SVG: black on white, sharp at any size.

use yew::prelude::*;

use crate::report::figure::{Drawing, Filling, Shade, Shape};

/// A drawing with its description.
#[derive(Properties, PartialEq)]
pub struct DrawingProps {
    /// The drawing.
    pub drawing: Drawing,
    /// The same in a sentence.
    pub description: AttrValue,
}

/// The drawing.
#[component]
pub fn DrawingView(props: &DrawingProps) -> Html {
    let Drawing {
        width,
        height,
        shapes,
    } = &props.drawing;
    html! {
        <svg class="report-drawing" role="img" aria-label={props.description.clone()}
            viewBox={format!("0 0 {width:.0} {height:.0}")}>
            <defs>
                <pattern id="report-received" width="4" height="4" patternUnits="userSpaceOnUse"
                    patternTransform="rotate(45)">
                    <rect width="4" height="4" fill="#ffffff" />
                    <rect width="1.6" height="4" fill="#000000" />
                </pattern>
                <pattern id="report-dotted" width="5" height="5" patternUnits="userSpaceOnUse">
                    <rect width="5" height="5" fill="#ffffff" />
                    <circle cx="2.5" cy="2.5" r="1" fill="#000000" />
                </pattern>
                <pattern id="report-ruled" width="4" height="4" patternUnits="userSpaceOnUse">
                    <rect width="4" height="4" fill="#ffffff" />
                    <rect width="4" height="1" fill="#000000" />
                </pattern>
                <pattern id="report-between" width="6" height="6" patternUnits="userSpaceOnUse"
                    patternTransform="rotate(-45)">
                    <rect width="0.8" height="6" fill="#8c8c8c" />
                </pattern>
            </defs>
            { for shapes.iter().map(shape) }
        </svg>
    }
}

fn shape(shape: &Shape) -> Html {
    match shape {
        Shape::Line { points, pen } => {
            let points: Vec<String> = points
                .iter()
                .map(|(x, y)| format!("{x:.1},{y:.1}"))
                .collect();
            let colour = if pen.is_faint { "#b5b5b5" } else { "#000000" };
            html! {
                <polyline points={points.join(" ")} fill="none" stroke={colour}
                    stroke-width={pen.width.to_string()} stroke-dasharray={pen.dashes} />
            }
        }
        Shape::Bar {
            x,
            y,
            width,
            height,
            filling,
        } => {
            let fill = match filling {
                Filling::Earned => "#4d4d4d",
                Filling::Received => "url(#report-received)",
                Filling::Whole => "#d9d9d9",
                Filling::Dotted => "url(#report-dotted)",
                Filling::Ruled => "url(#report-ruled)",
            };
            html! {
                <rect x={format!("{x:.1}")} y={format!("{y:.1}")} width={format!("{width:.1}")}
                    height={format!("{height:.1}")} {fill} stroke="#000000" stroke-width="0.7" />
            }
        }
        Shape::Area { points, shade } => {
            let points: Vec<String> = points
                .iter()
                .map(|(x, y)| format!("{x:.1},{y:.1}"))
                .collect();
            let fill = match shade {
                Shade::Ground => "#ededed",
                Shade::Between => "url(#report-between)",
                Shade::Flow => "#cfcfcf",
            };
            html! { <polygon points={points.join(" ")} {fill} /> }
        }
        Shape::Mark { at, symbol } => {
            let fill = if symbol.is_empty() {
                "#ffffff"
            } else {
                "#000000"
            };
            html! { <path d={symbol.path(*at)} {fill} stroke="#000000" stroke-width="0.9" /> }
        }
        Shape::Text {
            at,
            anchor,
            text,
            is_bold,
        } => {
            let class = if *is_bold { "heavy" } else { "" };
            html! {
                <text x={format!("{:.1}", at.0)} y={format!("{:.1}", at.1)} {class}
                    text-anchor={anchor.name()}>{ text }</text>
            }
        }
    }
}
