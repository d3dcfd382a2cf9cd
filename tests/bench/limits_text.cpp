// SPDX-License-Identifier: MIT
#include <csv.h>
#include <libxml/xmlreader.h>

#include <memory>
#include <stdexcept>

#include "bench/limits.hpp"

namespace muster::bench {
namespace {

struct FreeReader {
    void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
};

std::int64_t length_of(const xmlChar* text) {
    return text == nullptr ? 0 : xmlStrlen(text);
}

void count_field(void*, std::size_t, void* fields) {
    ++*static_cast<std::int64_t*>(fields);
}

}  // namespace

XmlWalk walk_xml(std::string_view part) {
    const std::unique_ptr<xmlTextReader, FreeReader> reader{
        xmlReaderForMemory(part.data(), static_cast<int>(part.size()), "part.xml", nullptr,
                           XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_HUGE)};
    if (reader == nullptr) throw std::runtime_error{"libxml2 cannot begin"};
    XmlWalk walk;
    int step = xmlTextReaderRead(reader.get());
    for (; step == 1; step = xmlTextReaderRead(reader.get())) {
        ++walk.nodes;
        walk.bytes += length_of(xmlTextReaderConstValue(reader.get()));
        while (xmlTextReaderMoveToNextAttribute(reader.get()) == 1)
            walk.bytes += length_of(xmlTextReaderConstValue(reader.get()));
    }
    if (step != 0) throw std::runtime_error{"libxml2 cannot read the part"};
    return walk;
}

std::int64_t walk_csv(std::string_view text) {
    csv_parser parser;
    if (csv_init(&parser, 0) != 0) throw std::runtime_error{"libcsv cannot begin"};
    std::int64_t fields = 0;
    csv_parse(&parser, text.data(), text.size(), count_field, nullptr, &fields);
    csv_fini(&parser, count_field, nullptr, &fields);
    csv_free(&parser);
    return fields;
}

}  // namespace muster::bench
