//! Text from outside made safe to show: controls, direction marks, stacked marks.
