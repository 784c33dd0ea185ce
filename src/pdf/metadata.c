/*
 * Metadata: what the document says about itself, twice: in the Info
 * dictionary for old readers and in XMP (ISO 16684-1) for archives. Both are
 * filled from the same values. Without a time there are no dates at all: PDF/A
 * does not ask for them, and a made-up one would be a lie.
 */
#include "pdf/assembly.h"

#include "pdf/icc.h"
#include "pdf/syntax.h"

#define PROGRAM "hanji"

/* ---- Info ---- */

static void put_info(Buf *b, const char *key, Str value)
{
    if (!value.n)
        return;
    buf_add_c(b, key);
    put_text(b, value);
}

static Str author_of(const DlMeta *m)
{
    return m->author.n ? m->author : m->organization;
}

static void add_info(Assembly *a)
{
    const DlMeta *m = &a->doc->meta;
    HPDF_Dict info = a->objects.doc->info;
    Buf b = {0};

    HPDF_Dict_RemoveElement(info, "Producer"); /* libharu's version */
    put_info(&b, "/Title", m->title);
    put_info(&b, "/Author", author_of(m));
    put_info(&b, "/Subject", m->subject);
    put_info(&b, "/Keywords", m->keywords);
    put_info(&b, "/Creator", STR(PROGRAM));
    put_info(&b, "/Producer", STR(PROGRAM));
    if (m->time != INT64_MIN) {
        buf_add_c(&b, "/CreationDate");
        put_date(&b, m->time);
        buf_add_c(&b, "/ModDate");
        put_date(&b, m->time);
    }
    dict_set_body(&a->objects, info, &b);
    buf_release(&b);
}

/* ---- XMP ---- */

static void put_xml(Buf *b, Str s)
{
    for (size_t i = 0; i < s.n; i++)
        switch (s.p[i]) {
        case '&':
            buf_add_c(b, "&amp;");
            break;
        case '<':
            buf_add_c(b, "&lt;");
            break;
        case '>':
            buf_add_c(b, "&gt;");
            break;
        default:
            /* XML 1.0 has no other control characters. */
            if ((unsigned char)s.p[i] >= ' ' || s.p[i] == '\t' ||
                s.p[i] == '\n')
                buf_add_char(b, s.p[i]);
        }
}

/* A plain property. */
static void put_property(Buf *b, const char *name, Str value)
{
    if (!value.n)
        return;
    buf_printf(b, "<%s>", name);
    put_xml(b, value);
    buf_printf(b, "</%s>\n", name);
}

/* A property that is a list: rdf:Alt (by language), rdf:Seq or rdf:Bag. */
static void put_list(Buf *b, const char *name, const char *list, Str value)
{
    if (!value.n)
        return;
    buf_printf(b, "<%s><rdf:%s><rdf:li%s>", name, list,
               strcmp(list, "Alt") ? "" : " xml:lang=\"x-default\"");
    put_xml(b, value);
    buf_printf(b, "</rdf:li></rdf:%s></%s>\n", list, name);
}

static void put_time(Buf *b, int64_t time)
{
    char text[32];

    if (time == INT64_MIN)
        return;
    date_format(time, "%Y-%m-%dT%H:%M:%SZ", text, sizeof text);
    put_property(b, "xmp:CreateDate", str_of(text));
    put_property(b, "xmp:ModifyDate", str_of(text));
    put_property(b, "xmp:MetadataDate", str_of(text));
}

static const char xmp_head[] =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\"\n"
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaid:part>3</pdfaid:part>\n"
    "<pdfaid:conformance>A</pdfaid:conformance>\n"
    "<pdfuaid:part>1</pdfuaid:part>\n";

/* PDF/A knows only the schemas of 2005: that of PDF/UA has to be described. */
static const char xmp_tail[] =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema"
    "</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
    "</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 the file conforms to"
    "</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description>\n"
    "</rdf:RDF>\n"
    "</x:xmpmeta>\n"
    "<?xpacket end=\"r\"?>";

static void put_xmp(Buf *b, const DlMeta *m)
{
    buf_add_c(b, xmp_head);
    put_property(b, "dc:format", STR("application/pdf"));
    put_list(b, "dc:title", "Alt", m->title);
    put_list(b, "dc:creator", "Seq", author_of(m));
    put_list(b, "dc:publisher", "Bag", m->organization);
    put_list(b, "dc:description", "Alt", m->subject);
    put_list(b, "dc:language", "Bag", m->language);
    put_property(b, "pdf:Keywords", m->keywords);
    put_property(b, "pdf:Producer", STR(PROGRAM));
    put_property(b, "xmp:CreatorTool", STR(PROGRAM));
    put_time(b, m->time);
    buf_add_c(b, xmp_tail);
}

/* Not compressed, so that programs which know no PDF find it. */
static void add_xmp(Assembly *a)
{
    Buf xmp = {0}, entries = {0};
    uint32_t number;

    put_xmp(&xmp, &a->doc->meta);
    buf_add_c(&entries, "/Type/Metadata/Subtype/XML");
    number = object_add_stream(&a->objects, &entries,
                               buf_dup(&xmp, a->objects.arena));
    buf_add_c(&a->catalog, "/Metadata ");
    put_ref(&a->catalog, number);
    buf_release(&xmp);
    buf_release(&entries);
}

/* ---- colour ---- */

static void add_output_intent(Assembly *a)
{
    Buf profile = {0}, packed = {0}, entries = {0};
    uint32_t number;

    icc_srgb(&profile);
    deflater_pack(a->deflater, profile.p, profile.n, &packed);
    buf_add_c(&entries, "/N 3/Filter/FlateDecode");
    number = object_add_stream(&a->objects, &entries,
                               buf_dup(&packed, a->objects.arena));
    buf_printf(&a->catalog,
               "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
               "/OutputConditionIdentifier(sRGB)/Info(sRGB)"
               "/DestOutputProfile %u 0 R>>]",
               number);
    buf_release(&profile);
    buf_release(&packed);
    buf_release(&entries);
}

void add_metadata(Assembly *a)
{
    Str language = a->doc->meta.language;

    add_info(a);
    add_xmp(a);
    add_output_intent(a);
    buf_add_c(&a->catalog, "/Lang");
    put_text(&a->catalog, language.n ? language : STR("ko-KR"));
    buf_add_c(&a->catalog, "/ViewerPreferences<</DisplayDocTitle true>>");
}
