// SPDX-License-Identifier: MIT
#include "muster/files/xml_walk.hpp"

#include "xml_walking.hpp"

namespace muster::files {

std::string XmlWalk::full(std::string_view name) const {
    return prefix_.empty() ? std::string{name} : prefix_ + ":" + std::string{name};
}

void XmlWalk::tell(XmlEvent event) {
    if (!text_.empty()) {
        XmlEvent text{XmlEvent::Kind::text, {}, std::move(text_), {}};
        text_.clear();
        stopped_ = visit_(text) == Walk::stop;
    }
    if (!stopped_) stopped_ = visit_(event) == Walk::stop;
}

void XmlWalk::on_start(std::string_view name, int, const XmlAttributes& attributes) {
    tell({XmlEvent::Kind::open, full(name), {}, attributes.all()});
}

void XmlWalk::on_end(std::string_view name, int) {
    tell({XmlEvent::Kind::close, full(name), {}, {}});
}

void XmlWalk::on_aside() {
    tell({XmlEvent::Kind::aside, {}, {}, {}});
}

std::optional<FileFault> walk_xml(std::string_view bytes, const std::string& part,
                                  const XmlVisit& visit) {
    XmlWalk walk{visit};
    XmlFeed feed{walk, part};
    feed.feed(bytes);
    feed.finish();
    return feed.fault();
}

}  // namespace muster::files
