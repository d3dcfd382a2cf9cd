// SPDX-License-Identifier: MIT
#include "muster/app/errors.hpp"

#include "muster/core/result.hpp"
#include "muster/files/file_error.hpp"
#include "muster/ledger/errors.hpp"
#include "muster/pack/build.hpp"
#include "muster/storage/storage_error.hpp"

namespace muster::app {

Description describe(const std::exception_ptr& thrown) {
    try {
        std::rethrow_exception(thrown);
    } catch (const UsageError& error) {
        return {error.what(), 2, {}};
    } catch (const ledger::SecretError& error) {
        return {error.what(), 3, core::words_of(core::Refusal::secret_wrong).code};
    } catch (const TamperError& error) {
        return {error.what(), 4, {}};
    } catch (const storage::StorageError& error) {
        return {error.what(), 4, {}};
    } catch (const files::FileError& error) {
        return {error.what(), 4, {}};
    } catch (const ledger::KeyFileError& error) {
        return {error.what(), 4, {}};
    } catch (const ledger::KeyError& error) {
        return {error.what(), 4, {}};
    } catch (const pack::PackError& error) {
        return {error.what(), 4, {}};
    } catch (const std::logic_error& error) {
        return {
            std::string{"Muster itself is at fault, and wrote nothing: "} + error.what(), 70, {}};
    } catch (const std::exception& error) {
        return {std::string{"The computer could not do this: "} + error.what(), 4, {}};
    }
}

}  // namespace muster::app
