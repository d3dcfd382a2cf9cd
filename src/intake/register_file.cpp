// SPDX-License-Identifier: MIT
#include "muster/intake/register_file.hpp"

#include <filesystem>

#include "muster/files/whole_file.hpp"
#include "muster/ledger/digest.hpp"
#include "passes.hpp"

namespace muster::intake {

RegisterFile::RegisterFile(std::unique_ptr<Passes> passes) : passes_{std::move(passes)} {}
RegisterFile::RegisterFile(RegisterFile&&) noexcept = default;
RegisterFile& RegisterFile::operator=(RegisterFile&&) noexcept = default;
RegisterFile::~RegisterFile() = default;

RegisterFile RegisterFile::open(const std::string& path) {
    try {
        return of(files::read_file(path), std::filesystem::path{path}.stem().string());
    } catch (const files::FileTooLarge& error) {
        auto passes = std::make_unique<Passes>();
        passes->unreadable = files::FileFault{"file_too_large", error.what()};
        return RegisterFile{std::move(passes)};
    }
}

RegisterFile RegisterFile::of(std::string bytes, std::string name) {
    auto passes = std::make_unique<Passes>();
    passes->sha256 = ledger::hex(ledger::sha256(bytes));
    auto source = Source::open(std::move(bytes), name);
    if (source.fault() != nullptr)
        passes->unreadable = *source.fault();
    else
        passes->source.emplace(std::move(source.value()));
    return RegisterFile{std::move(passes)};
}

Register RegisterFile::inspect(const KnownThings& known, const ReadOptions& options,
                               const Progress& progress) {
    return passes_->inspect(known, options, progress);
}

void RegisterFile::each_officer(const Visitor<OfficerRow>& visit, const Progress& progress) const {
    passes_->each(SheetKind::officers, progress, [&](Desk& desk, bool held) {
        OfficerRow row = read_officer(desk);
        const auto known = desk.officers.find(row.collar);
        row.known = known != desk.officers.end() && known->second.in_ledger;
        row.held = held;
        return visit(row);
    });
}

void RegisterFile::each_authorisation(const Visitor<AuthorisationRow>& visit,
                                      const Progress& progress) const {
    passes_->each(SheetKind::authorisations, progress, [&](Desk& desk, bool) {
        for (auto& row : read_authorisations(desk)) {
            mark_known(row, desk);
            if (visit(row) == Walk::stop) return Walk::stop;
        }
        return Walk::go_on;
    });
}

void RegisterFile::each_item(const Visitor<ItemRow>& visit, const Progress& progress) const {
    passes_->each(SheetKind::items, progress, [&](Desk& desk, bool held) {
        ItemReading reading = read_item(desk);
        reading.row.held = held;
        return visit(reading.row);
    });
}

void RegisterFile::each_batch(const Visitor<BatchRow>& visit, const Progress& progress) const {
    passes_->each(SheetKind::batches, progress, [&](Desk& desk, bool held) {
        BatchReading reading = read_batch(desk);
        reading.row.held = held;
        return visit(reading.row);
    });
}

void RegisterFile::each_deployment(const Visitor<DeploymentRow>& visit,
                                   const Progress& progress) const {
    passes_->each(SheetKind::deployments, progress, [&](Desk& desk, bool held) {
        DeploymentRow row = read_deployment(desk);
        row.known = desk.known_logs.contains(name_key(row.log));
        row.held = held;
        return visit(row);
    });
}

void RegisterFile::each_movement(const Visitor<MovementRow>& visit,
                                 const Progress& progress) const {
    passes_->each(SheetKind::movements, progress, [&](Desk& desk, bool held) {
        MovementRow row = read_movement(desk);
        row.held = held;
        return visit(row);
    });
}

void RegisterFile::each_row(
    const std::function<Walk(const std::string& sheet, const files::Row& row)>& visit) const {
    if (!passes_->source) return;
    bool stopped = false;
    const auto& sheets = passes_->source->sheets();
    for (std::size_t i = 0; i < sheets.size() && !stopped; ++i)
        passes_->source->walk(i, [&](const files::Row& row) {
            stopped = visit(sheets[i].name, row) == Walk::stop;
            return stopped ? Walk::stop : Walk::go_on;
        });
}

void RegisterFile::each_row_of(const std::string& sheet,
                               const std::function<Walk(const files::Row& row)>& visit) const {
    if (const auto at = passes_->place_of(sheet)) passes_->source->walk(*at, visit);
}

std::optional<std::size_t> RegisterFile::Passes::place_of(const std::string& sheet) const {
    if (!source) return std::nullopt;
    const auto& sheets = source->sheets();
    for (std::size_t i = 0; i < sheets.size(); ++i)
        if (sheets[i].name == sheet) return i;
    return std::nullopt;
}

std::vector<files::Merge> RegisterFile::merges(const std::string& sheet) const {
    const auto at = passes_->place_of(sheet);
    return at ? passes_->source->merges(*at) : std::vector<files::Merge>{};
}

bool RegisterFile::is_hidden(const std::string& sheet) const {
    const auto at = passes_->place_of(sheet);
    return at && passes_->source->sheets()[*at].hidden;
}

std::vector<files::HiddenColumns> RegisterFile::hidden_columns(const std::string& sheet) const {
    const auto at = passes_->place_of(sheet);
    return at ? passes_->source->hidden_columns(*at) : std::vector<files::HiddenColumns>{};
}

std::vector<std::string> RegisterFile::sheets() const {
    std::vector<std::string> names;
    if (passes_->source)
        for (const auto& sheet : passes_->source->sheets()) names.push_back(sheet.name);
    return names;
}

namespace {

template <class Row>
Visitor<Row> into(std::vector<Row>& rows) {
    return [&rows](const Row& row) {
        rows.push_back(row);
        return Walk::go_on;
    };
}

WholeRegister whole(RegisterFile file, const KnownThings& known, const ReadOptions& options) {
    WholeRegister found;
    static_cast<Register&>(found) = file.inspect(known, options);
    file.each_officer(into(found.officers));
    file.each_authorisation(into(found.authorisations));
    file.each_item(into(found.items));
    file.each_batch(into(found.batches));
    file.each_deployment(into(found.deployments));
    file.each_movement(into(found.movements));
    return found;
}

}  // namespace

WholeRegister read_register(std::string bytes, const std::string& name, const KnownThings& known,
                            const ReadOptions& options) {
    return whole(RegisterFile::of(std::move(bytes), name), known, options);
}

WholeRegister read_register_file(const std::string& path, const KnownThings& known,
                                 const ReadOptions& options) {
    return whole(RegisterFile::open(path), known, options);
}

}  // namespace muster::intake
