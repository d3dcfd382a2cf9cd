// SPDX-License-Identifier: MIT
#pragma once

#include "muster/files/xml_walk.hpp"
#include "xml_feed.hpp"

namespace muster::files {

/// Makes events of what goes by; pieces of one text are put together first.
class XmlWalk : public XmlHandler {
public:
    explicit XmlWalk(const XmlVisit& visit) : visit_{visit} {}

    void on_start(std::string_view name, int depth, const XmlAttributes& attributes) override;
    void on_end(std::string_view name, int depth) override;
    void on_text(std::string_view text) override { text_ += text; }
    void on_aside() override;
    void on_prefix(std::string_view prefix) override { prefix_ = prefix; }
    bool wants_more() const override { return !stopped_; }

private:
    std::string full(std::string_view name) const;
    void tell(XmlEvent event);

    const XmlVisit& visit_;
    std::string prefix_;
    std::string text_;
    bool stopped_ = false;
};

}  // namespace muster::files
