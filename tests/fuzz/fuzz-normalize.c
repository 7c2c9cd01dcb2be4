/*
 * Normalize on pages that nobody would draw. The bytes are a little drawing program: each step is an opcode and its
 * arguments, one byte each; places are multiples of 1/64 of the page, so that lines meet often enough to make tables.
 *
 *     0 x y n m    a ruled grid of n rows and m columns, some lines left out
 *     1 x y w      a horizontal rule        2 x y h   a vertical rule
 *     3 x y k      a text of the list, in steps as wide as its characters
 *     4 x y c s    one glyph, of any size and reading
 *     5 x y w h    a fill, white or coloured
 *     6            the next page            7 r       text reads in another direction from now on
 *
 * What comes out is written as a report and read again.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "normalize/normalize.h"
#include "normalize/report-read.h"
#include "normalize/report-write.h"
#include "tests/fuzz/fuzz.h"

#define WIDTH 59500
#define HEIGHT 84200
#define PAGES_MOST 6
#define STEPS_MOST 2000

static const char *const texts[] = {
  "收入支出决算总表",
  "公开01表",
  "金额单位：万元",
  "部门：某某局",
  "2024年度",
  "项目",
  "合计",
  "1,234.56",
  "-0.05",
  "—",
  "科目编码",
  "2080505",
  "科目名称",
  "行次",
  "栏次",
  "一般公共服务支出",
  "一、财政拨款收入",
  "基本支出",
  "项目支出",
  "注：本表无数据。",
  "项目支出绩效自评表",
  "一级指标",
  "二级指标",
  "三级指标",
  "年度指标值",
  "实际完成值",
  "分值",
  "得分",
  "数量指标",
  "100分",
  "第一部分 概况",
  "二、支出情况说明",
  "12",
  "3",
  "类",
  "款",
  "项",
  "\uFFFD",
  "①",
  "Kangxi ⼀ text",
  "总 计",
  "目录",
  "——12——",
};

typedef struct {
  const uint8_t *data;
  size_t left;
  GPtrArray *pages;
  JuePage *page;
  guint8 reading;
} Drawing;

static guint
take (Drawing *self)
{
  if (self->left == 0)
    return 0;
  self->left--;
  return *self->data++;
}

static gint32
take_place (Drawing *self, gint32 side)
{
  return (gint32)(take (self) % 72) * side / 64;
}

static void
new_page (Drawing *self)
{
  if (self->pages->len >= PAGES_MOST)
    return;
  self->page = jue_page_new (self->pages->len + 1, WIDTH, HEIGHT, 0);
  jue_page_add_font (self->page, "SimSun", FALSE, FALSE);
  g_ptr_array_add (self->pages, self->page);
}

static void
add_rule (Drawing *self, gint32 x0, gint32 y0, gint32 x1, gint32 y1)
{
  JueRule rule = { .box = { MIN (x0, x1), MIN (y0, y1), MAX (x0, x1), MAX (y0, y1) }, .alpha = 255 };
  rule.direction = y0 == y1 ? JUE_RULE_HORIZONTAL : JUE_RULE_VERTICAL;
  rule.order = self->page->rules->len + self->page->fills->len;
  g_array_append_val (self->page->rules, rule);
}

static void
add_grid (Drawing *self)
{
  gint32 x = take_place (self, WIDTH), y = take_place (self, HEIGHT);
  gint32 rows = (gint32)take (self) % 24 + 1, cols = (gint32)take (self) % 14 + 1, w = WIDTH / 16, h = HEIGHT / 64;
  guint gaps = take (self);
  for (gint32 r = 0; r <= rows; r++)
    if (gaps == 0 || r % 7 != (gint32)(gaps % 7))
      add_rule (self, x, y + r * h, x + cols * w, y + r * h);
  for (gint32 c = 0; c <= cols; c++)
    if (gaps < 8 || c % 5 != (gint32)(gaps % 5))
      add_rule (self, x + c * w, y, x + c * w, y + rows * h);
}

static void
add_glyph (Drawing *self, gunichar ch, gint32 x, gint32 y, guint16 size, gboolean first)
{
  gint32 width = g_unichar_iswide (ch) ? size : size / 2;
  JueGlyph glyph = {
    .ch = ch, .box = { x, y - size * 86 / 100, x + width, y + size * 14 / 100 }, .baseline = y, .size = size
  };
  glyph.reading = self->reading;
  glyph.flags = (guint8)((first ? JUE_GLYPH_RUN_START : 0) | (ch == 0xFFFD ? JUE_GLYPH_NO_UNICODE : 0));
  g_array_append_val (self->page->glyphs, glyph);
}

static void
add_text (Drawing *self)
{
  gint32 x = take_place (self, WIDTH), y = take_place (self, HEIGHT), start = x;
  const char *text = texts[take (self) % G_N_ELEMENTS (texts)];
  for (const char *s = text; *s != '\0'; s = g_utf8_next_char (s)) {
    gunichar ch = g_utf8_get_char (s);
    add_glyph (self, ch, x, y, 900, x == start);
    x += g_unichar_iswide (ch) ? 900 : 450;
  }
}

static void
add_any_glyph (Drawing *self)
{
  gint32 x = take_place (self, WIDTH) - 300, y = take_place (self, HEIGHT);
  gunichar ch = take (self) * 257 + 33;
  guint16 size = (guint16)(take (self) * take (self) + 1);
  JueGlyph *glyph;
  add_glyph (self, g_unichar_validate (ch) ? ch : 'x', x, y, size, TRUE);
  glyph = &g_array_index (self->page->glyphs, JueGlyph, self->page->glyphs->len - 1);
  glyph->reading = (guint8)(take (self) % (JUE_READS_SLANTED + 1));
  glyph->flags = (guint8)(take (self) % 16);
}

static void
add_fill (Drawing *self)
{
  gint32 x = take_place (self, WIDTH), y = take_place (self, HEIGHT);
  JueFill fill = { .box = { x, y, x + take_place (self, WIDTH), y + take_place (self, HEIGHT) }, .alpha = 255 };
  fill.rgb = take (self) % 2 == 0 ? 0xFFFFFF : 0xDDEEFF;
  fill.order = self->page->rules->len + self->page->fills->len;
  g_array_append_val (self->page->fills, fill);
}

static void
step (Drawing *self)
{
  gint32 x, y;
  switch (take (self) % 8) {
    case 0:
      add_grid (self);
      break;
    case 1:
      x = take_place (self, WIDTH), y = take_place (self, HEIGHT);
      add_rule (self, x, y, x + take_place (self, WIDTH) + 1, y);
      break;
    case 2:
      x = take_place (self, WIDTH), y = take_place (self, HEIGHT);
      add_rule (self, x, y, x, y + take_place (self, HEIGHT) + 1);
      break;
    case 3:
      add_text (self);
      break;
    case 4:
      add_any_glyph (self);
      break;
    case 5:
      add_fill (self);
      break;
    case 6:
      new_page (self);
      break;
    default:
      self->reading = (guint8)(take (self) % (JUE_READS_SLANTED + 1));
      break;
  }
}

typedef struct {
  JuePageSource base;
  GPtrArray *pages;
  guint next;
} Source;

static JuePage *
source_next (JuePageSource *base, GError **error)
{
  Source *self = (Source *)base;
  (void)error;
  return self->next < self->pages->len ? g_ptr_array_index (self->pages, self->next++) : NULL;
}

static void
check_stream (const JueReport *report)
{
  char *bytes = NULL;
  size_t length = 0;
  FILE *out = open_memstream (&bytes, &length);
  g_assert (out != NULL && jue_report_write_file (report, out, NULL));
  fclose (out);
  const char *path = fuzz_file ((const uint8_t *)bytes, length);
  free (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (JueReport) again = path != NULL ? jue_report_read (path, &error) : NULL;
  if (again == NULL)
    g_error ("the report cannot be read: %s", error != NULL ? error->message : "no file");
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static JueCatalogue *catalogue; /* borrowed by all runs, never freed */
  if (catalogue == NULL)
    catalogue = jue_catalogue_load (NULL, NULL);
  g_assert (catalogue != NULL);
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();
  Drawing drawing = { .data = data, .left = size, .pages = pages };
  new_page (&drawing);
  for (guint i = 0; i < STEPS_MOST && drawing.left > 0; i++)
    step (&drawing);
  for (guint i = 0; i < pages->len; i++) {
    JuePage *page = g_ptr_array_index (pages, i);
    page->status = page->glyphs->len > 0 ? JUE_PAGE_OK : JUE_PAGE_NO_TEXT;
  }
  Source source = { .base = { .next = source_next }, .pages = pages };
  source.base.info.name = (char *)"drawn.pdf";
  memset (source.base.info.sha256, '0', 64);
  source.base.info.pages = pages->len;
  g_autoptr (JueReport) report = jue_normalize (&source.base, catalogue, NULL, NULL);
  g_assert (report != NULL);
  check_stream (report);
  return 0;
}
