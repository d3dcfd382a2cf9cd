// SPDX-License-Identifier: MIT
#include "muster/intake/register_file.hpp"

#include <filesystem>

#include "muster/files/whole_file.hpp"
#include "sheets.hpp"

namespace muster::intake {

struct RegisterFile::Passes {
    std::string bytes;
    std::string name;
    std::optional<WholeRegister> found;

    const WholeRegister& inspected() const {
        if (!found) throw std::logic_error{"rows are asked for before inspect"};
        return *found;
    }
};

RegisterFile::RegisterFile(std::unique_ptr<Passes> passes) : passes_{std::move(passes)} {}
RegisterFile::RegisterFile(RegisterFile&&) noexcept = default;
RegisterFile& RegisterFile::operator=(RegisterFile&&) noexcept = default;
RegisterFile::~RegisterFile() = default;

RegisterFile RegisterFile::open(const std::string& path) {
    return of(files::read_file(path), std::filesystem::path{path}.stem().string());
}

RegisterFile RegisterFile::of(std::string bytes, std::string name) {
    auto passes = std::make_unique<Passes>();
    passes->bytes = std::move(bytes);
    passes->name = std::move(name);
    return RegisterFile{std::move(passes)};
}

Register RegisterFile::inspect(const KnownThings& known, const ReadOptions& options,
                               const Progress& progress) {
    const auto total = static_cast<std::int64_t>(passes_->bytes.size());
    if (progress && !progress(0, total)) throw Cancelled{};
    passes_->found = read_register(passes_->bytes, passes_->name, known, options);
    return *passes_->found;
}

namespace {

template <class Row>
void visit_all(const std::vector<Row>& rows, const Visitor<Row>& visit, const Progress& progress) {
    const auto total = static_cast<std::int64_t>(rows.size());
    std::int64_t done = 0;
    for (const auto& row : rows) {
        if (progress && !progress(done++, total)) throw Cancelled{};
        if (visit(row) == Walk::stop) return;
    }
}

}  // namespace

void RegisterFile::each_officer(const Visitor<OfficerRow>& visit, const Progress& progress) const {
    visit_all(passes_->inspected().officers, visit, progress);
}
void RegisterFile::each_authorisation(const Visitor<AuthorisationRow>& visit,
                                      const Progress& progress) const {
    visit_all(passes_->inspected().authorisations, visit, progress);
}
void RegisterFile::each_item(const Visitor<ItemRow>& visit, const Progress& progress) const {
    visit_all(passes_->inspected().items, visit, progress);
}
void RegisterFile::each_batch(const Visitor<BatchRow>& visit, const Progress& progress) const {
    visit_all(passes_->inspected().batches, visit, progress);
}
void RegisterFile::each_deployment(const Visitor<DeploymentRow>& visit,
                                   const Progress& progress) const {
    visit_all(passes_->inspected().deployments, visit, progress);
}
void RegisterFile::each_movement(const Visitor<MovementRow>& visit,
                                 const Progress& progress) const {
    visit_all(passes_->inspected().movements, visit, progress);
}

void RegisterFile::each_row(
    const std::function<Walk(const std::string& sheet, const files::Row& row)>& visit) const {
    const auto sheets = read_sheets(passes_->bytes, passes_->name);
    if (sheets.fault() != nullptr) return;
    for (const auto& sheet : sheets.value())
        for (const auto& row : sheet.rows)
            if (visit(sheet.name, row) == Walk::stop) return;
}

std::vector<std::string> RegisterFile::sheets() const {
    std::vector<std::string> names;
    const auto sheets = read_sheets(passes_->bytes, passes_->name);
    if (sheets.fault() == nullptr)
        for (const auto& sheet : sheets.value()) names.push_back(sheet.name);
    return names;
}

}  // namespace muster::intake
