// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>

#include "muster/files/xlsx_book.hpp"
#include "muster/intake/register_rows.hpp"

namespace muster::intake {

/// Says how much of a pass is done, in bytes of `total`; false stops it.
using Progress = std::function<bool(std::int64_t done, std::int64_t total)>;

/// A progress said stop.
class Cancelled : public std::runtime_error {
public:
    Cancelled() : std::runtime_error{"The reading was stopped."} {}
};

/// What a visitor of rows wants next.
using files::Walk;
template <class Row>
using Visitor = std::function<Walk(const Row&)>;

/// A register that is read in two passes, so that its rows are never all in memory: `inspect`
/// judges every row and forgets it, then `each_…` gives the rows without a fault, one by one.
///
/// Memory is bounded: the bytes of the file itself (limits of files/limits.hpp); of a workbook its
/// shared strings; one row at a time; and of each row only its serial and tag, batch number, collar
/// or log number with their index, about 150 bytes, and two bits. Faults are listed up to
/// `faults_listed`.
class RegisterFile {
public:
    /// Reads the file's bytes. Throws files::FileError where it cannot be read; one that is too
    /// large or no register at all becomes a fault of `inspect`.
    static RegisterFile open(const std::string& path);
    /// The same of bytes; `name` stands for the sheet of a CSV file.
    static RegisterFile of(std::string bytes, std::string name);

    RegisterFile(RegisterFile&&) noexcept;
    RegisterFile& operator=(RegisterFile&&) noexcept;
    ~RegisterFile();

    /// Pass 1. Never throws for what the bytes hold: that becomes a fault. Throws Cancelled. It may
    /// be called again, with other options or after more became known; the last call counts.
    Register inspect(const KnownThings& known, const ReadOptions& options,
                     const Progress& progress = {});

    /// Pass 2: the rows without a fault, sheet by sheet from the top, held ones among them (see
    /// `held`). Throws std::logic_error before `inspect`, and Cancelled.
    void each_officer(const Visitor<OfficerRow>& visit, const Progress& progress = {}) const;
    void each_authorisation(const Visitor<AuthorisationRow>& visit,
                            const Progress& progress = {}) const;
    void each_item(const Visitor<ItemRow>& visit, const Progress& progress = {}) const;
    void each_batch(const Visitor<BatchRow>& visit, const Progress& progress = {}) const;
    void each_deployment(const Visitor<DeploymentRow>& visit, const Progress& progress = {}) const;
    void each_movement(const Visitor<MovementRow>& visit, const Progress& progress = {}) const;

    /// Every row that stands in the file, as it stands there, whatever was understood: for a copy
    /// of the workbook. Sheets come in the order of their tabs; one without rows is not visited.
    /// Works before `inspect`; of an unusable file there are none.
    void each_row(
        const std::function<Walk(const std::string& sheet, const files::Row& row)>& visit) const;
    /// The same of one sheet, as far as `visit` wants: a look at its first rows costs no more.
    /// Nothing where there is no such sheet.
    void each_row_of(const std::string& sheet,
                     const std::function<Walk(const files::Row& row)>& visit) const;
    /// The merged ranges of one sheet, as it declares them; none of a CSV file.
    std::vector<files::Merge> merges(const std::string& sheet) const;
    /// Whether nobody sees the sheet, and which of its columns nobody sees; nothing of a CSV file.
    bool is_hidden(const std::string& sheet) const;
    std::vector<files::HiddenColumns> hidden_columns(const std::string& sheet) const;
    /// The names of the sheets in the order of their tabs; none of an unusable file.
    std::vector<std::string> sheets() const;

private:
    struct Passes;
    explicit RegisterFile(std::unique_ptr<Passes> passes);
    std::unique_ptr<Passes> passes_;
};

}  // namespace muster::intake
