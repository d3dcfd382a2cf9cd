// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "examination.hpp"
#include "form_reading.hpp"
#include "muster/files/xlsx_book.hpp"
#include "workbook_form.hpp"

namespace muster::pack {

/// Which shared texts some cell shows.
using Shown = std::vector<bool>;

/// Every element and attribute of every part of a workbook against the only form that it may have.
/// The cells' values are judged elsewhere.
class FormCheck {
public:
    /// Judges the list of parts, and all of them but sheets and texts.
    FormCheck(Examination& examination, const files::XlsxBook& book,
              const core::PeriodSheets& sheets);
    /// Which of the two forms the workbook has; only its list of parts says so.
    bool is_flat() const { return flat_; }
    /// Judges one sheet.
    void take(const SheetForm& sheet);
    /// Judges the texts, once all sheets were taken.
    void finish();

private:
    void fail(const std::string& part, const std::string& words);
    void check_list(const std::map<std::string, std::string>& forms);
    void check_looks();
    void check_part(const std::string& part, FormReading& reading);

    Examination& examination_;
    const files::XlsxBook& book_;
    bool flat_ = false;
    bool whole_ = true;  ///< all parts are there
    StyleNumbers styles_;
    Shown shown_;
};

}  // namespace muster::pack
