//! Parts of a screen that know nothing of interviews.

pub mod canvas;
pub mod chart;
pub mod editor;
pub mod form;
pub mod frame;
pub mod hints;
pub mod list;
pub mod listing;
pub mod prose;
pub mod roll;
pub mod sections;
pub mod sheet;
pub mod stack;
pub mod stops;
pub mod timeline;

pub use canvas::Canvas;
