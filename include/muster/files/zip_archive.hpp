// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muster/core/time.hpp"
#include "muster/files/file_error.hpp"
#include "muster/files/limits.hpp"
#include "muster/files/walk.hpp"

struct zip;

namespace muster::files {

/// How much of a ZIP must be accounted for.
enum class ZipCare {
    foreign,     ///< other people's workbooks: gaps, comments, directories and data descriptors are
                 ///< let pass
    end_to_end,  ///< a workbook of ours: members lie end to end from byte 0, both headers agree,
                 ///< nothing else is in the file
    every_byte   ///< packs: besides, every header is written as ZipBuilder writes it
};

/// One file inside a ZIP.
struct ZipMember {
    std::string name;
    std::int64_t size = 0;  ///< bytes when inflated, as declared; reading proves it
};

/// A ZIP that was judged whole before anything of it is used.
///
/// Refused when opened, by code: `zip_not_readable`, `zip_too_large`, `zip_duplicate_name`
/// (case-blind), `zip_unsafe_name` (absolute, `..`, backslash, drive, control byte, empty part),
/// `zip_encrypted`, `zip_link`, `zip_method_unknown`, and where the care is more than
/// for foreign files `zip_stray_bytes`, `zip_headers_disagree`.
class ZipArchive {
public:
    /// Opens the bytes of a ZIP; they are kept as long as the archive.
    static OrFault<ZipArchive> open(std::string bytes, ZipCare care, const ZipLimits& limits = {});
    /// The same from a file. Throws FileError where the file cannot be read.
    static OrFault<ZipArchive> open_file(const std::string& path, ZipCare care,
                                         const ZipLimits& limits = {});

    ZipArchive(ZipArchive&&) noexcept;
    ZipArchive& operator=(ZipArchive&&) noexcept;
    ~ZipArchive();

    /// The members in the order of the central directory, directories left out.
    const std::vector<ZipMember>& members() const { return members_; }
    /// Whether a member has exactly this name.
    bool has(std::string_view name) const;
    /// The inflated bytes; refuses `zip_member_missing`, `zip_member_damaged` (checksum or size).
    OrFault<std::string> read(std::string_view name) const;
    /// The same piece by piece, until the end or until `take` says stop. A member that turns out to
    /// be damaged does so after the pieces before. `take` may throw.
    std::optional<FileFault> read_pieces(
        std::string_view name, const std::function<Walk(std::string_view piece)>& take) const;
    /// The declared size of a member when inflated, 0 where there is none.
    std::int64_t size_of(std::string_view name) const;

private:
    struct CloseZip {
        void operator()(zip* archive) const;
    };
    ZipArchive(std::unique_ptr<const std::string> bytes, std::unique_ptr<zip, CloseZip> archive);

    std::unique_ptr<const std::string> bytes_;
    std::unique_ptr<zip, CloseZip> archive_;
    std::vector<ZipMember> members_;
    std::vector<std::int64_t> indexes_;
};

/// Builds a ZIP whose bytes depend on nothing but what was added, in the order added, and the time.
class ZipBuilder {
public:
    /// How the bytes of a member are kept.
    enum class Storing { stored, deflated };

    /// `time` stands on every member, to two seconds, as UTC; before 1980 it is 1980-01-01.
    explicit ZipBuilder(core::Instant time);

    /// Adds a member. Throws std::logic_error where the name is unsafe or, case-blind, taken.
    void add(std::string name, std::string bytes, Storing storing = Storing::deflated);
    /// The finished ZIP. Throws FileError where it cannot be made.
    std::string bytes() const;

private:
    struct Part {
        std::string name;
        std::string bytes;
        Storing storing;
    };
    core::Instant time_;
    std::vector<Part> parts_;
};

}  // namespace muster::files
