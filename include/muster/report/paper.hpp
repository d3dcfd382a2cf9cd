// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

namespace muster::report {

/// The faces of the font that comes with the program.
enum class Face { regular, bold, mono };

/// Where text stands about its point.
enum class Side { left, middle, right };

/// Millimetres.
struct PaperSize {
    double width = 210;
    double height = 297;
};

/// A PDF document, drawn page by page. Lengths are millimetres from the page's top left corner,
/// text sizes points. The same drawing gives the same bytes: its date is the one that is given.
class Paper {
public:
    /// `created` is an instant such as `2026-03-01T06:41:12Z`.
    Paper(PaperSize size, const std::string& title, const std::string& created);
    Paper(const Paper&) = delete;
    Paper& operator=(const Paper&) = delete;
    ~Paper();

    PaperSize size() const { return size_; }
    /// Draws from here on on a new page.
    void next_page();
    /// One line of text whose baseline is at `y`. What has no glyph is shown as a box.
    void text(double x, double y, const std::string& words, double points,
              Face face = Face::regular, Side side = Side::left);
    /// Millimetres.
    double width_of(const std::string& words, double points, Face face = Face::regular) const;
    /// `words`, cut so that they are no wider than `width`, with an ellipsis where they were.
    std::string fitted(const std::string& words, double width, double points,
                       Face face = Face::regular) const;
    /// A black rectangle.
    void bar(double x, double y, double width, double height);
    void line(double from_x, double from_y, double to_x, double to_y, double thickness = 0.2);
    void frame(double x, double y, double width, double height, double thickness = 0.2);

    /// The whole file. Nothing may be drawn afterwards. Throws FileError where it cannot be made.
    std::string finish();

private:
    struct Drawing;
    PaperSize size_;
    std::unique_ptr<Drawing> drawing_;
};

}  // namespace muster::report
