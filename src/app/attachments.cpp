// SPDX-License-Identifier: MIT
#include "app/attachments.hpp"

#include "muster/app/discrepancies.hpp"
#include "muster/files/whole_file.hpp"
#include "muster/ledger/digest.hpp"
#include "muster/storage/private_store.hpp"

namespace muster::app {
namespace {

constexpr std::size_t part_bytes = 180'000;

std::size_t number_at(const std::string& bytes, std::size_t at, std::size_t size) {
    std::size_t number = 0;
    for (std::size_t i = 0; i < size && at + i < bytes.size(); ++i)
        number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

// Segments of a JPEG up to its scan; APP1 to APP13 and comments hold what a camera tells.
std::string jpeg_without_metadata(const std::string& bytes) {
    std::string kept = bytes.substr(0, 2);
    std::size_t at = 2;
    while (at + 4 <= bytes.size() && bytes[at] == '\xff') {
        const auto marker = static_cast<unsigned char>(bytes[at + 1]);
        if (marker == 0xda) break;
        const std::size_t size = number_at(bytes, at + 2, 2) + 2;
        if (size < 4 || at + size > bytes.size()) break;
        const bool told = (marker >= 0xe1 && marker <= 0xed) || marker == 0xfe;
        if (!told) kept.append(bytes, at, size);
        at += size;
    }
    return kept.append(bytes, at);
}

// Chunks of a PNG that a picture needs; text, time and Exif are no such.
std::string png_without_metadata(const std::string& bytes) {
    constexpr std::size_t signature = 8, frame = 12;
    std::string kept = bytes.substr(0, signature);
    for (std::size_t at = signature; at + frame <= bytes.size();) {
        const std::size_t size = number_at(bytes, at, 4) + frame;
        if (at + size > bytes.size()) break;
        const std::string kind = bytes.substr(at + 4, 4);
        if (kind != "tEXt" && kind != "zTXt" && kind != "iTXt" && kind != "tIME" && kind != "eXIf")
            kept.append(bytes, at, size);
        at += size;
        if (kind == "IEND") break;
    }
    return kept;
}

}  // namespace

std::string without_metadata(const std::string& bytes) {
    if (bytes.starts_with("\xff\xd8\xff")) return jpeg_without_metadata(bytes);
    if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return png_without_metadata(bytes);
    return bytes;
}

Attachment read_attachment(const std::string& path) {
    Attachment attachment;
    attachment.bytes = without_metadata(files::read_file(path, evidence_bytes_max));
    if (attachment.bytes.empty()) throw UsageError{path + " is empty. Choose another file."};
    attachment.digest = ledger::hex(ledger::sha256(attachment.bytes));
    return attachment;
}

void keep_attachment(storage::Transaction& tx, const Attachment& attachment) {
    bool known = false;
    storage::each_attachment_part(tx, attachment.digest, [&](const std::string&) {
        known = true;
        return false;
    });
    if (known) return;
    for (std::size_t part = 0; part * part_bytes < attachment.bytes.size(); ++part)
        storage::put_attachment_part(tx, attachment.digest, static_cast<std::int64_t>(part),
                                     ledger::base64(std::string_view{attachment.bytes}.substr(
                                         part * part_bytes, part_bytes)));
}

}  // namespace muster::app
