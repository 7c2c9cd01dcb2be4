#ifndef JUE_TUNE_H
#define JUE_TUNE_H

/*
 * Every number that tunes recognition, with its unit, its reason, and the kind of file that asked for it.
 * Lengths are hundredths of a point.
 */

/* -- borders.c ------------------------------------------------------------------------------------------------- */

/** Parallel lines this close are one border: Excel and Acrobat paint both a stroke and a fill for it, Word draws double rules. */
#define JUE_TUNE_BORDER_APART 250
/** A chain of close lines may not drift further than this from its first. */
#define JUE_TUNE_BORDER_DRIFT 400
/** Pieces of one line with a gap up to this are joined: dashes, borders drawn cell by cell. */
#define JUE_TUNE_BORDER_GAP 300
/** Larger side of a dot of a dotted line. */
#define JUE_TUNE_DOT_MOST 200
/** Shorter borders are specks. The lowest table rows seen are 7 pt high. */
#define JUE_TUNE_BORDER_LEAST 500
/** Share (0..255) of white from which a rule counts as invisible on white paper. */
#define JUE_TUNE_WHITE 245
/** Most white rules of one page of which it is looked at whether there is paint behind them. */
#define JUE_TUNE_WHITE_RULES_MOST 4000
/** A later white fill hides a rule only if it reaches beyond it by this on both sides (Word's fills behind text end at it). */
#define JUE_TUNE_COVER_MARGIN 150
/** Most borders of one page that a grid is searched in; pages beyond are drawings. */
#define JUE_TUNE_BORDERS_MOST 20000

/* -- grid.c ---------------------------------------------------------------------------------------------------- */

/** A border that ends this close to another one meets it: corners drawn short, thick crossing lines. */
#define JUE_TUNE_MEET 350
/** Borders of different rows this close are the same column if no row has both: Word's rows are ragged by up to 6 pt. */
#define JUE_TUNE_RAGGED 600
/** The same for rows. */
#define JUE_TUNE_RAGGED_ROW 300
/** Borders this close leave no room for text: the frames of cells that stand apart. */
#define JUE_TUNE_NARROW 450
/** Lines that reach this far beyond the last crossing border imply an outer border that is not drawn: rows of the smallest print. */
#define JUE_TUNE_OVERHANG 700
/** Most tables of a page that borders are sought for which nothing meets. */
#define JUE_TUNE_LONE_TABLES 20
/** Lines of one direction that a table has at least if, without a drawn border at either of their ends, one line of the other
 * direction that goes on beyond them implies its outer border. */
#define JUE_TUNE_IMPLYING_LINES 3
/** Share of a cell's side (percent) that a border has to cover to divide it from its neighbour. */
#define JUE_TUNE_SIDE_COVER 60
/** Most rows or columns of one grid, and most cells. */
#define JUE_TUNE_GRID_SIDE_MOST 5000
#define JUE_TUNE_GRID_CELLS_MOST 1000000

/** Rows lower than this (hundredths of a point) hold less than three lines of text. */
#define JUE_TUNE_SPLIT_ROW 2100
/** Lines of figures that a row holds at least if it is several rows without rules between, and their share of all its lines (percent). */
#define JUE_TUNE_SPLIT_LINES 3
#define JUE_TUNE_SPLIT_SHARE 60

/* -- glyph-rules.c --------------------------------------------------------------------------------------------- */

/** Box-drawing characters are linked if their middles are this near, percent of their size: side by side, ... */
#define JUE_TUNE_GLYPH_RULES_RIGHT 160
/** ... one below the other: lines may be set with twice the pitch, ... */
#define JUE_TUNE_GLYPH_RULES_DOWN 250
/** ... and this far from the line between them. */
#define JUE_TUNE_GLYPH_RULES_ASIDE 30
/** Corners and crossings of a frame, at least; characters of a line without any. */
#define JUE_TUNE_GLYPH_RULES_CORNERS 4
#define JUE_TUNE_GLYPH_RULES_LINE 8
/** Thickness of the rules that they become, hundredths of a point. */
#define JUE_TUNE_GLYPH_RULES_THICK 50
/** Most box-drawing characters of one page; pages beyond are drawings. */
#define JUE_TUNE_GLYPH_RULES_MOST 10000

/* -- text: lines.c, cell-text.c ---------------------------------------------------------------------------------- */

/** Glyphs whose middles differ by less than this share of their size (percent) stand on one line. */
#define JUE_TUNE_SAME_LINE 45
/** A gap of this share of the size (percent) between Latin letters is a space. */
#define JUE_TUNE_SPACE 18
/** Captions and notes of tables side by side stand within this above and below them. */
#define JUE_TUNE_BESIDE_REACH 6000
/** Most grids of one page of which it is looked at whether they stand side by side. */
#define JUE_TUNE_BESIDE_MOST 32
/** In running text, a gap of this share of the size (percent) is kept as a space, ... */
#define JUE_TUNE_LINE_SPACE 60
/** ... and one of this share as a tab: the parts stand apart (部门：…      单位：万元). */
#define JUE_TUNE_LINE_TAB 300
/** Glyphs of one drawn string closer than this (percent of the size) belong together even across a border: overflowing text. */
#define JUE_TUNE_CHAIN_SAME_RUN 30
/** The same for glyphs that were drawn apart. */
#define JUE_TUNE_CHAIN_OTHER_RUN 10
/** Text that runs out of a cell at the foot of a grid: how far the distance and place of its lines may differ (percent of the size), how
 * far above the border the cell's last line may end, ... */
#define JUE_TUNE_SPILL_SLACK 12
#define JUE_TUNE_SPILL_ROOM 100
/** ... and how many lines, and of how many grids of a page, may run out. */
#define JUE_TUNE_SPILL_LINES 12
#define JUE_TUNE_SPILL_GRIDS 20
/** Share of a table's rows (percent) that may stand on the ground of its head besides: a sum, a group's name or two. */
#define JUE_TUNE_GROUND_SHARED 15
/** Most coloured fills of a page that are looked at for the ground of heads. */
#define JUE_TUNE_GROUNDS_MOST 1000
/** A cell is full if it has no room for this share of its text's size (percent), the borders' padding of about 5 pt included. */
#define JUE_TUNE_FULL_ROOM 220
/** Slanted text of at least this size (hundredths of a point) is a watermark. */
#define JUE_TUNE_WATERMARK_SIZE 2000
/** Upright text is a watermark from this size on (hundredths of a point) if it is pale: ... */
#define JUE_TUNE_PALE_SIZE 2400
/** ... its darkest channel (0..255) has at least this much light. */
#define JUE_TUNE_PALE 0x98
/** The channels of a strong colour differ by at least this: the red of a seal. */
#define JUE_TUNE_COLOURED 0x60
/** Largest seal (hundredths of a point): 60 mm; official ones have 42 mm. And most groups of glyphs of a page that are taken for one. */
#define JUE_TUNE_SEAL_MOST 17000
#define JUE_TUNE_SEALS_MOST 16
/** A raised mark has at most this share of its neighbour's size (percent), ... */
#define JUE_TUNE_RAISED_SIZE 76
/** ... its base line lies higher by at least and at most these shares of that size, ... */
#define JUE_TUNE_RAISED_LEAST 15
#define JUE_TUNE_RAISED_MOST 80
/** ... and it begins within this share of that size from its end. */
#define JUE_TUNE_RAISED_GAP 30

/* -- tables without column rules: gap-*.c ---------------------------------------------------------------------------- */

/** Ends of horizontal rules of one table lie this close together. */
#define JUE_TUNE_GAP_EXTENT 300
/** Text goes on below a rule if its lines follow within this share of their size (percent). */
#define JUE_TUNE_GAP_PITCH 260
/** A text piece ends at a gap of this share of the size (percent): inside a drawn string, ... */
#define JUE_TUNE_GAP_INSIDE 90
/** ... where a new string begins, ... */
#define JUE_TUNE_GAP_RUN 30
/** ... and where a new string begins and a number turns into words or back: numbers set flush right touch the next column's names. */
#define JUE_TUNE_GAP_TURN (-10)
/** A column border may cut glyphs in at most this share of the lines (percent). */
#define JUE_TUNE_GAP_CUT 8
/** Pieces whose baselines differ by less than this share of the size (percent) stand on one line. */
#define JUE_TUNE_GAP_LINE 25
/** Pieces belong to one row if they share this much of their height (percent). */
#define JUE_TUNE_GAP_SHARE 25
/** Lines closer than this share (percent) of the usual gap between rows are lines of one cell. */
#define JUE_TUNE_GAP_TIGHT 50
/** Lines of one cell stand as close as any two lines of a table, within this. */
#define JUE_TUNE_ROW_REST 60
/** Pieces of a head whose middle lies in this upper share of it (percent) may stand over several columns. */
#define JUE_TUNE_GAP_UPPER 40
/** A head's piece set flush with its column may overhang into the next by this share of its width (percent). */
#define JUE_TUNE_GAP_OVERHANG 60
/** A column border found by rule ends or fills has to show in this share of the lines (percent). */
#define JUE_TUNE_GAP_SURE 60
/** Borders found by rule ends or fills are not all if this share of the rows (percent) has pieces apart between two of them. */
#define JUE_TUNE_GAP_BESIDE 33
/** Lines of several pieces set apart that a page has at least if there is a table of which nothing is drawn, ... */
#define JUE_TUNE_GAP_APART_LEAST 1
/** ... and their share of the table's lines (percent): on its last page, often only one column goes on. */
#define JUE_TUNE_GAP_APART_SHARE 8
/** A merged cell at a table's left takes at most this share of its width (percent). */
#define JUE_TUNE_GAP_MERGED_WIDTH 30

/* -- joining tables: join.c ---------------------------------------------------------------------------------------- */

/** Outer borders of a table's parts on two pages may differ by this. */
#define JUE_TUNE_JOIN_OUTER 600
/** Column borders of a table's parts on two pages may differ by this. */
#define JUE_TUNE_JOIN_COLUMN 400
/** ... or by this share of the width (1/1000) where the parts differ in scale: portrait and landscape. */
#define JUE_TUNE_JOIN_COLUMN_SHARE 12
/** Borders of a part that lacks the leftmost columns stand within this of the table's; it has at least so many columns. */
#define JUE_TUNE_JOIN_SAME 150
#define JUE_TUNE_JOIN_LACKING_LEAST 4
/** Rows of figures without any name that a part has at least if it belongs to the right of a table: a sheet cut by its columns. */
#define JUE_TUNE_BESIDE_ROWS 3
/** Running heads and feet stand within this share (percent) of the page's height from its edge. */
#define JUE_TUNE_MARGIN_SHARE 12
/** A text that stands at the same place on this many pages is a running head or foot. */
#define JUE_TUNE_RUNNING_PAGES 3

/* -- around forms: caption.c ------------------------------------------------------------------------------------------ */

/** Most lines above a grid that may belong to it. */
#define JUE_TUNE_CAPTION_LINES 12
/** Longest title, characters. */
#define JUE_TUNE_TITLE_MOST 80
/** Lines whose middles differ by less are centred on each other. */
#define JUE_TUNE_CENTRED 3000
/** Lines that start within this of each other are flush. */
#define JUE_TUNE_FLUSH 300
/** Most rows of a head. */
#define JUE_TUNE_HEAD_ROWS_MOST 8

#endif
