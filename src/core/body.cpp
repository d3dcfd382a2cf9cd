// SPDX-License-Identifier: MIT
#include <utility>

#include "muster/core/entry.hpp"

namespace muster::core {
namespace {

template <std::size_t... At>
void take_one(AnyBody& into, std::size_t index, void* body, std::index_sequence<At...>) {
    const auto take = [&]<std::size_t I>() {
        using Kind = std::variant_alternative_t<I, AnyBody>;
        if (I == index) into.emplace<I>(std::move(*static_cast<Kind*>(body)));
    };
    (take.template operator()<At>(), ...);
}

}  // namespace

Body::Body() = default;
Body::Body(const Body& other) = default;
Body::Body(Body&& other) noexcept = default;
Body& Body::operator=(const Body& other) = default;
Body& Body::operator=(Body&& other) noexcept = default;
Body::~Body() = default;

void Body::take(std::size_t index, void* body) {
    take_one(*this, index, body, std::make_index_sequence<std::variant_size_v<AnyBody>>{});
}

}  // namespace muster::core
