// SPDX-License-Identifier: MIT
#include "privates.hpp"

namespace muster::pack {

void add_privates_of(const core::Entry& entry, std::set<std::string>& digests) {
    core::Body body = entry.body;
    core::each_private(body, [&](core::PrivateText& value) { digests.insert(value.digest); });
}

void add_privates_of(const core::Facts& facts, std::set<std::string>& digests) {
    for (std::size_t i = 0; i < core::table_count; ++i) {
        const auto table = static_cast<core::Table>(i);
        const auto& columns = core::columns_of(table);
        facts.rows(table, "", [&](const core::Row& row) {
            for (std::size_t c = 0; c < columns.size(); ++c)
                if (columns[c].type == "private")
                    if (const auto* digest = std::get_if<std::string>(&row.at(c)))
                        digests.insert(*digest);
            return true;
        });
    }
}

}  // namespace muster::pack
