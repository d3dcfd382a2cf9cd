// SPDX-License-Identifier: MIT
#include "xml_feed.hpp"

#include <libxml/parser.h>

#include <algorithm>
#include <mutex>
#include <utility>

#include "muster/files/csv.hpp"
#include "xml_declaration.hpp"

namespace muster::files {

namespace {

std::string_view view_of(const xmlChar* text) {
    return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

std::string with_prefix(std::string_view prefix, std::string_view name) {
    return prefix.empty() ? std::string{name} : std::string{prefix} + ":" + std::string{name};
}

// Without a handler libxml2 prints to stderr, where a hostile file could write to the terminal.
#if LIBXML_VERSION >= 21200
void ignore(void*, const xmlError*) {}
#else
void ignore(void*, xmlErrorPtr) {}
#endif

constexpr const char* not_utf8 = "holds bytes that are not UTF-8";

/// How many bytes at the end begin a character that goes on behind it.
std::size_t unfinished_at_end(std::string_view bytes) {
    constexpr std::size_t character_bytes_max = 4;
    for (std::size_t back = 1; back < character_bytes_max && back <= bytes.size(); ++back) {
        const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
        if ((byte & 0xC0U) == 0x80U) continue;
        const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
        return length > back ? back : 0;
    }
    return 0;
}

}  // namespace

std::optional<std::string_view> XmlAttributes::find(std::string_view name) const {
    // Five pointers each: name, prefix, namespace, and where the value begins and ends.
    for (int i = 0; i < count_; ++i) {
        const unsigned char* const* parts = parts_ + i * 5;
        if (parts[1] != nullptr || view_of(parts[0]) != name) continue;
        return std::string_view{reinterpret_cast<const char*>(parts[3]),
                                static_cast<std::size_t>(parts[4] - parts[3])};
    }
    return std::nullopt;
}

bool XmlAttributes::is_true(std::string_view name) const {
    const auto value = find(name);
    return value && (*value == "1" || *value == "true");
}

std::vector<std::pair<std::string, std::string>> XmlAttributes::all() const {
    std::vector<std::pair<std::string, std::string>> all;
    for (int i = 0; i < spaces_; ++i) {
        const std::string_view prefix = view_of(space_parts_[i * 2]);
        all.emplace_back(prefix.empty() ? "xmlns" : with_prefix("xmlns", prefix),
                         view_of(space_parts_[i * 2 + 1]));
    }
    for (int i = 0; i < count_; ++i) {
        const unsigned char* const* parts = parts_ + i * 5;
        all.emplace_back(with_prefix(view_of(parts[1]), view_of(parts[0])),
                         std::string(reinterpret_cast<const char*>(parts[3]),
                                     static_cast<std::size_t>(parts[4] - parts[3])));
    }
    std::sort(all.begin(), all.end());
    return all;
}

/// libxml2's callbacks are C functions: nothing may be thrown through them.
struct XmlFeed::Callbacks {
    template <class Act>
    static void guarded(void* data, Act act) {
        auto& feed = *static_cast<XmlFeed*>(data);
        if (feed.over_) return;
        try {
            act(feed);
            if (!feed.over_ && !feed.handler_.wants_more()) feed.stop();
        } catch (const std::exception&) {
            feed.thrown_ = std::current_exception();
            feed.stop();
        }
    }
    // A prefix that nothing declares names nothing, and libxml2's two ways to read differ in it.
    static bool is_undeclared(const xmlChar* prefix, const xmlChar* space, const xmlChar* name) {
        return (prefix != nullptr && space == nullptr) ||
               view_of(name).find(':') != std::string_view::npos;
    }
    static void start(void* data, const xmlChar* name, const xmlChar* prefix, const xmlChar* space,
                      int spaces, const xmlChar** space_parts, int count, int,
                      const xmlChar** attributes) {
        guarded(data, [&](XmlFeed& feed) {
            feed.text_run_ = 0;
            bool undeclared = is_undeclared(prefix, space, name);
            for (int i = 0; i < count; ++i)
                undeclared = undeclared || is_undeclared(attributes[i * 5 + 1],
                                                         attributes[i * 5 + 2], attributes[i * 5]);
            if (undeclared) return feed.refuse("xml_not_readable", undeclared_prefix);
            if (feed.depth_ >= feed.limits_.depth)
                return feed.refuse("xml_not_safe", "is nested too deep");
            feed.handler_.on_prefix(view_of(prefix));
            feed.handler_.on_start(view_of(name), feed.depth_++,
                                   XmlAttributes{count, attributes, spaces, space_parts});
        });
    }
    static void end(void* data, const xmlChar* name, const xmlChar* prefix, const xmlChar*) {
        guarded(data, [&](XmlFeed& feed) {
            feed.text_run_ = 0;
            feed.handler_.on_prefix(view_of(prefix));
            feed.handler_.on_end(view_of(name), --feed.depth_);
        });
    }
    static void text(void* data, const xmlChar* bytes, int size) {
        guarded(data, [&](XmlFeed& feed) {
            feed.text_run_ += size;
            if (feed.text_run_ > feed.limits_.text_bytes)
                return feed.refuse("xml_not_safe", "has a text that is too long");
            feed.handler_.on_text(
                {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)});
        });
    }
    static void cdata(void* data, const xmlChar* bytes, int size) {
        guarded(data, [](XmlFeed& feed) { feed.handler_.on_aside(); });
        text(data, bytes, size);
    }
    static void comment(void* data, const xmlChar*) {
        guarded(data, [](XmlFeed& feed) { feed.handler_.on_aside(); });
    }
    static void instruction(void* data, const xmlChar*, const xmlChar*) { comment(data, nullptr); }
    static void document_type(void* data, const xmlChar*, const xmlChar*, const xmlChar*) {
        guarded(data, [](XmlFeed& feed) {
            feed.refuse("xml_not_safe", "declares a document type of its own");
        });
    }
    static void entity(void* data, const xmlChar*) {
        document_type(data, nullptr, nullptr, nullptr);
    }
};

void XmlFeed::FreeContext::operator()(_xmlParserCtxt* context) const {
    xmlFreeParserCtxt(context);
}

XmlFeed::XmlFeed(XmlHandler& handler, std::string part, const XmlLimits& limits)
    : handler_{handler}, part_{std::move(part)}, limits_{limits}, guard_{limits} {
    static std::once_flag once;
    std::call_once(once, [] { xmlInitParser(); });
    xmlSAXHandler sax{};
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = Callbacks::start;
    sax.endElementNs = Callbacks::end;
    sax.characters = Callbacks::text;
    sax.ignorableWhitespace = Callbacks::text;
    sax.cdataBlock = Callbacks::cdata;
    sax.comment = Callbacks::comment;
    sax.processingInstruction = Callbacks::instruction;
    sax.internalSubset = Callbacks::document_type;
    sax.reference = Callbacks::entity;
    sax.serror = ignore;
    context_.reset(xmlCreatePushParserCtxt(&sax, this, nullptr, 0, "part.xml"));
    if (context_ == nullptr) throw FileError{"The file cannot be read: out of memory."};
    // HUGE only lifts libxml2's own limits on long texts; what it guards against is judged here.
    xmlCtxtUseOptions(context_.get(), XML_PARSE_NONET | XML_PARSE_HUGE);
}

XmlFeed::~XmlFeed() = default;

void XmlFeed::stop() {
    over_ = true;
    xmlStopParser(context_.get());
}

void XmlFeed::refuse(const char* code, const std::string& words) {
    fault_ = FileFault{code, "The part '" + part_ + "' " + words + "."};
    stop();
}

void XmlFeed::parse(const char* bytes, int size, bool is_last) {
    const int error = xmlParseChunk(context_.get(), bytes, size, is_last ? 1 : 0);
    if (thrown_) std::rethrow_exception(std::exchange(thrown_, nullptr));
    if (over_) return;
    if (error != XML_ERR_OK && context_->wellFormed == 0)
        refuse("xml_not_readable", "is not well-formed XML");
}

// libxml2 lets some overlong forms pass inside of CDATA.
bool XmlFeed::goes_on_in_utf8(std::string_view piece) {
    std::string joined;
    if (!cut_.empty()) {
        joined = cut_ + std::string{piece};
        piece = joined;
    }
    const std::size_t whole = piece.size() - unfinished_at_end(piece);
    cut_ = piece.substr(whole);
    return is_utf8(piece.substr(0, whole));
}

void XmlFeed::feed(std::string_view piece) {
    if (over_ || piece.empty()) return;
    if (const auto reason = guard_.judge(piece)) return refuse("xml_not_safe", *reason);
    if (!goes_on_in_utf8(piece)) return refuse("xml_not_readable", not_utf8);
    parse(piece.data(), static_cast<int>(piece.size()), false);
}

void XmlFeed::finish() {
    if (!over_ && !cut_.empty()) refuse("xml_not_readable", not_utf8);
    if (!over_) parse("", 0, true);
    over_ = true;
}

}  // namespace muster::files
