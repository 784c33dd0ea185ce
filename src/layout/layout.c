/*
 * Layouts: the checked tree as typed values.
 *
 * The order is: read, check everything against the schema, fill Layout from
 * whatever is there, check what needs more than one place. Filling allows for
 * faults, so that the later checks still run and one run reports all of them;
 * a layout with faults is never handed out.
 */
#include "layout/layout_int.h"
#include "layout/names.h"
#include "layout/place.h"
#include "layout/theme_int.h"

#include "base/file.h"
#include "base/name.h"

typedef struct Reader {
    Layout *layout;
    Str root; /* the project folder */
    Sources *sources;
    Arena *arena;
    Diags *diags;
    bool ok;
} Reader;

/* ---- small things ---- */

static Str text_of(const Node *map, const char *key)
{
    return node_text(node_find(map, key), STR(""));
}

static const Str *texts_of(Reader *r, const Node *list, size_t *n)
{
    *n = list && list->kind == NODE_LIST ? list->n : 0;
    Str *texts = ARENA_ARRAY(r->arena, Str, *n);
    for (size_t i = 0; i < *n; i++)
        texts[i] = node_text(list->entries[i].value, STR(""));
    return texts;
}

static size_t count_of(const Node *n)
{
    return n && n->kind != NODE_SCALAR ? n->n : 0;
}

static Str resolve(Reader *r, const Node *path)
{
    if (!path || path->kind != NODE_SCALAR || path->text.n == 0)
        return STR("");
    Str where = place_resolve(path->text, r->layout->dir, r->root, path->pos,
                              r->arena, r->diags);
    r->ok = r->ok && where.n;
    return where;
}

/* ---- variables: document:, variables:, --set ---- */

static void add_variables(LayoutVariable *to, size_t *n, const Node *map)
{
    for (size_t i = 0; i < count_of(map); i++) {
        const Node *value = map->entries[i].value;
        if (value->kind == NODE_SCALAR)
            to[(*n)++] = (LayoutVariable){map->entries[i].key, value->text,
                                          value->pos, value->quoted};
    }
}

static LayoutVariable *find_variable(LayoutVariable *all, size_t n, Str name)
{
    for (size_t i = 0; i < n; i++)
        if (name_same(all[i].name, name))
            return &all[i];
    return NULL;
}

/* A name of `variables:` that document: or `rows` already gives a meaning. */
static void check_names(Reader *r, const Node *map)
{
    for (size_t i = 0; i < count_of(map); i++) {
        const NodeEntry *e = &map->entries[i];
        if (!field_find(layout_document.fields, e->key) &&
            !str_eq_c(e->key, "rows"))
            continue;
        diag(r->diags, DIAG_LAYOUT_NAME_TAKEN, e->key_pos,
             diag_str(r->diags, e->key));
        r->ok = false;
    }
}

static void fault_set(Reader *r, Str key, const LayoutVariable *all, size_t n)
{
    Names names = {.n = 0};
    for (const Field *f = layout_document.fields; f->key; f++)
        if (f->shape->scalar)
            names_add(&names, str_of(f->key));
    for (size_t i = 0; i < n; i++)
        if (!names_have(&names, all[i].name))
            names_add(&names, all[i].name);
    names_fault(&names, DIAG_LAYOUT_SET_KEY_NEAR, DIAG_LAYOUT_SET_KEY, POS_NONE,
                key, r->diags, NULL);
    r->ok = false;
}

static void apply_set(Reader *r, const LayoutSet *set, LayoutVariable *all,
                      size_t *n)
{
    const Field *f = field_find(layout_document.fields, set->key);
    LayoutVariable *variable = find_variable(all, *n, set->key);
    if ((f && !f->shape->scalar) || (!f && !variable)) {
        fault_set(r, set->key, all, *n);
        return;
    }
    if (utf8_check(set->value) >= 0) {
        diag(r->diags, DIAG_LAYOUT_SET_ENCODING, POS_NONE,
             diag_str(r->diags, set->key));
        r->ok = false;
        return;
    }
    bool blank = f && (f->flags & FIELD_REQUIRED) && str_trim(set->value).n == 0;
    if (f && (blank || !schema_takes_text(f->shape, set->value))) {
        diag(r->diags, DIAG_LAYOUT_SET_VALUE, POS_NONE,
             diag_str(r->diags, set->key), diag_str(r->diags, set->value),
             schema_form(f->shape, r->diags));
        r->ok = false;
        return;
    }
    if (!variable)
        variable = &all[(*n)++];
    Str value = node_compose(set->value, r->arena);
    Str name = str_printf(r->arena, "--set " STR_FMT, STR_ARG(set->key));
    Pos pos = {sources_add_option(r->sources, name, value), 1, 1};
    *variable = (LayoutVariable){set->key, value, pos, false};
}

static void read_variables(Reader *r, const Node *root, const LayoutSet *sets,
                           size_t nsets)
{
    const Node *document = node_find(root, "document");
    const Node *own = node_find(root, "variables");
    LayoutVariable *all = ARENA_ARRAY(
        r->arena, LayoutVariable, count_of(document) + count_of(own) + nsets);
    size_t n = 0;

    check_names(r, own);
    add_variables(all, &n, document);
    add_variables(all, &n, own);
    for (size_t i = 0; i < nsets; i++)
        apply_set(r, &sets[i], all, &n);
    r->layout->variables = all;
    r->layout->nvariables = n;
}

static void read_readings(Reader *r, const Node *root)
{
    const Node *map = node_find(root, "readings");
    LayoutVariable *all = ARENA_ARRAY(r->arena, LayoutVariable, count_of(map));
    add_variables(all, &r->layout->nreadings, map);
    r->layout->readings = all;
}

static bool says(const Node *map, const char *key, const char *word)
{
    return str_eq_c(text_of(map, key), word);
}

static void read_particles(Reader *r, const Node *root)
{
    const Node *map = node_find(root, "particles");
    const Node *lexicon = node_find(map, "lexicon");
    r->layout->particles = (LayoutParticles){
        .contract_copula = says(map, "copula", "contract"),
        .read_brackets = says(map, "brackets", "read"),
        .skip_corporations = says(map, "corporations", "skip"),
        .rieul_r = says(map, "letter_r", "알"),
        .guess_latin = says(map, "latin", "guess"),
        .lexicon = resolve(r, lexicon),
        .lexicon_pos = lexicon ? lexicon->pos : root->pos,
    };
}

static void read_phrases(Reader *r, const Node *root)
{
    const Node *list = node_find(root, "phrases");
    size_t n = list ? list->n : 0;
    Str *all = ARENA_ARRAY(r->arena, Str, n);
    for (size_t i = 0; i < n; i++)
        all[i] = list->entries[i].value->text;
    r->layout->phrases = all;
    r->layout->nphrases = n;
}

/* ---- document ---- */

static Str variable_text(const Layout *layout, const char *name)
{
    for (size_t i = 0; i < layout->nvariables; i++)
        if (str_eq_c(layout->variables[i].name, name))
            return layout->variables[i].value;
    return STR("");
}

/* PDF/UA asks for a title that says something. */
static void check_title(Reader *r, const Node *root)
{
    const Node *title = node_find(node_find(root, "document"), "title");
    if (!title || title->kind != NODE_SCALAR || node_is_null(title) ||
        str_trim(r->layout->document.title).n > 0)
        return;
    diag0(r->diags, DIAG_LAYOUT_TITLE, title->pos);
    r->ok = false;
}

/* One for all of them, or one for each; --set gives one for all. */
static void read_counters(Reader *r, const Node *node)
{
    LayoutDocument *d = &r->layout->document;
    LayoutVariable *all =
        ARENA_ARRAY(r->arena, LayoutVariable, count_of(node) + 1);
    Str common = variable_text(r->layout, "counters");
    if (common.n > 0)
        all[d->ncounters++] = (LayoutVariable){STR(""), common, d->pos, false};
    for (size_t i = 0; i < count_of(node); i++) {
        const NodeEntry *e = &node->entries[i];
        if (e->key.n == 0) { /* no word for all the others */
            diag(r->diags, DIAG_COUNTER_WORD, e->key_pos, "\"\"", "");
            r->ok = false;
            continue;
        }
        all[d->ncounters++] = (LayoutVariable){
            e->key, node_text(e->value, STR("")), e->key_pos, false};
    }
    d->counters = all;
}

/* ---- signs of the house (K-04, K-05, K-124) ---- */

/* A sign, or its code; 0 for the one that text has inside, and for none. */
static uint32_t sign_of(Str choice, uint32_t inside)
{
    static const struct {
        const char *code;
        uint32_t sign;
    } codes[] = {{"00B7", 0xB7},   {"318D", 0x318D}, {"007E", '~'},
                 {"223C", 0x223C}, {"301C", 0x301C}, {"FF5E", 0xFF5E}};
    size_t at = 0;
    uint32_t sign =
        choice.n == 0 || str_eq_c(choice, "keep") ? inside
                                                  : str_next(choice, &at);
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (str_eq_c(choice, codes[i].code))
            sign = codes[i].sign;
    return sign == inside ? 0 : sign;
}

static UnitForm unit_form(Str choice, const char *sign)
{
    if (choice.n == 0 || str_eq_c(choice, "keep"))
        return UNIT_AS_TYPED;
    return str_eq_c(choice, sign) ? UNIT_SIGNS : UNIT_LETTERS;
}

static House read_house(const Layout *l)
{
    Str middot = variable_text(l, "middot");
    Str range = variable_text(l, "range_mark");
    return (House){
        .middot = sign_of(middot, HOUSE_MIDDOT),
        .range = sign_of(range, HOUSE_RANGE),
        .square = unit_form(variable_text(l, "square"), "㎡"),
        .metric = unit_form(variable_text(l, "metric"), "㎞"),
        .degree = unit_form(variable_text(l, "degree"), "℃"),
        .keeps_middot = str_eq_c(middot, "keep"),
        .keeps_range = str_eq_c(range, "keep"),
    };
}

static void read_document(Reader *r, const Node *root)
{
    const Layout *l = r->layout;
    const Node *document = node_find(root, "document");
    Str language = variable_text(l, "language");
    LayoutDocument *d = &r->layout->document;

    *d = (LayoutDocument){
        .title = variable_text(l, "title"),
        .organization = variable_text(l, "organization"),
        .department = variable_text(l, "department"),
        .slogan = variable_text(l, "slogan"),
        .author = variable_text(l, "author"),
        .subject = variable_text(l, "subject"),
        .year = variable_text(l, "year"),
        .base_date = variable_text(l, "base_date"),
        .language = language.n ? language : STR("ko-KR"),
        .negative = variable_text(l, "negative"),
        .zero = variable_text(l, "zero"),
        .house = read_house(l),
        .no_leads = str_eq_c(variable_text(l, "leads"), "off"),
        .pos = document ? document->pos : root->pos,
    };
    read_counters(r, node_find(document, "counters"));
    d->keywords = texts_of(r, node_find(document, "keywords"), &d->nkeywords);
}

/* ---- data ---- */

/* A column is `name: type` or `name: {type, unit}`. */
static LayoutColumn read_column(const NodeEntry *e)
{
    bool map = e->value->kind == NODE_MAP;
    return (LayoutColumn){
        .name = e->key,
        .type = map ? text_of(e->value, "type") : node_text(e->value, STR("")),
        .pos = e->key_pos,
    };
}

static const LayoutColumn *read_columns(Reader *r, const Node *map, size_t *n)
{
    *n = count_of(map);
    LayoutColumn *columns = ARENA_ARRAY(r->arena, LayoutColumn, *n);
    for (size_t i = 0; i < *n; i++)
        columns[i] = read_column(&map->entries[i]);
    return columns;
}

/* How many rows the head has: one digit, as the schema has checked. */
static unsigned head_rows_of(const Node *map)
{
    Str text = text_of(map, "head_rows");
    return text.n ? (unsigned)(text.p[0] - '0') : 1;
}

static LayoutTable read_table(Reader *r, const NodeEntry *e)
{
    const Node *csv = node_find(e->value, "csv");
    LayoutTable t = {
        .name = e->key,
        .csv = node_text(csv, STR("")),
        .path = resolve(r, csv),
        .key = text_of(e->value, "key"),
        .encoding = text_of(e->value, "encoding"),
        .delimiter = text_of(e->value, "delimiter"),
        .pad = node_bool(node_find(e->value, "pad"), false),
        .head_rows = head_rows_of(e->value),
        .map = e->value,
        .derived = node_find(e->value, "from") != NULL,
        .pos = e->key_pos,
        .csv_pos = csv ? csv->pos : e->key_pos,
    };
    t.columns = read_columns(r, node_find(e->value, "columns"), &t.ncolumns);
    t.fill_down = texts_of(r, node_find(e->value, "fill_down"), &t.nfill_down);
    return t;
}

static void read_data(Reader *r, const Node *root)
{
    const Node *data = node_find(root, "data");
    size_t n = data && data->kind == NODE_MAP ? data->n : 0;
    LayoutTable *tables = ARENA_ARRAY(r->arena, LayoutTable, n);
    for (size_t i = 0; i < n; i++)
        tables[i] = read_table(r, &data->entries[i]);
    r->layout->tables = tables;
    r->layout->ntables = n;
    check_names(r, data);
}

/* ---- checks ---- */

static void read_checks(Reader *r, const Node *root)
{
    const Node *list = node_find(root, "checks");
    LayoutCheck *checks = ARENA_ARRAY(r->arena, LayoutCheck, count_of(list));
    size_t n = 0;
    for (size_t i = 0; i < count_of(list); i++) {
        const Node *check = list->entries[i].value;
        if (!check || check->kind != NODE_MAP || check->n != 1)
            continue;
        const NodeEntry *e = &check->entries[0];
        bool between = str_eq_c(e->key, "check");
        checks[n++] = (LayoutCheck){.table = between ? STR("") : e->key,
                                    .pos = e->key_pos,
                                    .expr = node_text(e->value, STR("")),
                                    .expr_pos = e->value->pos};
    }
    r->layout->checks = checks;
    r->layout->nchecks = n;
}

/* ---- the file ---- */

/* ---- waivers ---- */

static LayoutWaiver read_waiver(const Node *map)
{
    return (LayoutWaiver){
        .table = text_of(map, "table"),
        .check = text_of(map, "check"),
        .row = text_of(map, "row"),
        .column = text_of(map, "column"),
        .reason = text_of(map, "reason"),
        .owner = text_of(map, "owner"),
        .until = text_of(map, "until"),
        .pos = map->pos,
    };
}

static void read_waivers(Reader *r, const Node *root)
{
    const Node *list = node_find(root, "waive");
    LayoutWaiver *waivers = ARENA_ARRAY(r->arena, LayoutWaiver, count_of(list));
    for (size_t i = 0; i < count_of(list); i++) {
        const Node *map = list->entries[i].value;
        if (map && map->kind == NODE_MAP)
            waivers[r->layout->nwaivers++] = read_waiver(map);
    }
    r->layout->waivers = waivers;
}

static void read_theme(Reader *r, const Node *root, Str own)
{
    const Node *node = node_find(root, "theme");
    if (node && (node->kind != NODE_SCALAR || node->text.n == 0))
        return; /* reported by the schema */
    ThemeRoots roots = {.root = r->root, .own = own};
    r->layout->theme = theme_read_named(
        node ? node->text : STR("council"), r->layout->dir, roots,
        node ? node->pos : root->pos, r->sources, r->arena, r->diags);
    r->ok = r->ok && r->layout->theme;
}

const Layout *layout_read(Str path, Str themes, const LayoutSet *sets,
                          size_t nsets, Sources *sources, Arena *document,
                          Diags *diags)
{
    const Node *root = node_read(path, POS_NONE, sources, document, diags);
    if (!root)
        return NULL;

    Layout *layout = ARENA_NEW(document, Layout);
    layout->path = path;
    layout->dir = path_dir(path);
    layout->body = node_find(root, "body");
    Reader r = {.layout = layout,
                .root = place_root(path, document),
                .sources = sources,
                .arena = document,
                .diags = diags};
    References *references = references_new(document);
    r.ok =
        schema_check(&layout_shape, root, references_visit, references, diags);
    bool whole = r.ok;

    read_variables(&r, root, sets, nsets);
    read_readings(&r, root);
    read_particles(&r, root);
    read_phrases(&r, root);
    read_document(&r, root);
    check_title(&r, root);
    read_data(&r, root);
    read_checks(&r, root);
    read_waivers(&r, root);
    read_theme(&r, root, themes);
    if (!references_check(references, layout, whole, diags))
        r.ok = false;
    if (!blocks_check(layout->body, diags))
        r.ok = false;
    return r.ok ? layout : NULL;
}

Str layout_schema(Arena *a)
{
    return schema_json(&layout_shape, "hanji layout", a);
}

Str theme_schema(Arena *a)
{
    return schema_json(&theme_shape, "hanji theme", a);
}
