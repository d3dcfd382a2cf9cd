// SPDX-License-Identifier: MIT
#include "ui/accessible.hpp"

#ifdef __WXGTK__
// wx 3.2 builds without accessibility on GTK; these calls are all that is needed of it.
extern "C" {
struct _AtkObject;
struct _GtkWidget;
struct _GtkTreeViewColumn;
struct _GtkCssProvider;
struct _GdkScreen;
_AtkObject* gtk_widget_get_accessible(_GtkWidget*);
void atk_object_set_name(_AtkObject*, const char*);
void atk_object_set_accessible_id(_AtkObject*, const char*);
_GtkWidget* gtk_bin_get_child(_GtkWidget*);
_GtkTreeViewColumn* gtk_tree_view_get_column(_GtkWidget*, int);
_GtkWidget* gtk_tree_view_column_get_button(_GtkTreeViewColumn*);
_GtkCssProvider* gtk_css_provider_new();
int gtk_css_provider_load_from_data(_GtkCssProvider*, const char*, long, void*);
_GdkScreen* gtk_widget_get_screen(_GtkWidget*);
void gtk_style_context_add_provider_for_screen(_GdkScreen*, _GtkCssProvider*, unsigned);
}
#endif

namespace muster::ui {

void make_accessible(wxWindow* window, const char* id, const wxString& spoken) {
    window->SetName(wxString::FromUTF8(id));
#ifdef __WXGTK__
    auto* widget = static_cast<_GtkWidget*>(static_cast<void*>(window->GetHandle()));
    _AtkObject* object = gtk_widget_get_accessible(widget);
    if (!spoken.empty()) atk_object_set_name(object, spoken.utf8_str());
    atk_object_set_accessible_id(object, id);
#else
    static_cast<void>(spoken);
#endif
}

void show_clearly(wxWindow* frame) {
#ifdef __WXGTK__
    // The desktop's theme greys the headings of tables and hints at the focus with a dotted line.
    constexpr const char* style =
        "treeview.view header button, treeview.view header button label { color: #141a21; "
        "font-weight: bold; } "
        "entry:focus, button:focus, checkbutton:focus, combobox *:focus, treeview:focus "
        "{ outline: 2px solid #114f96; outline-offset: -2px; }";
    constexpr unsigned of_the_application = 600;
    auto* widget = static_cast<_GtkWidget*>(static_cast<void*>(frame->GetHandle()));
    _GtkCssProvider* provider = gtk_css_provider_new();
    gtk_css_provider_load_from_data(provider, style, -1, nullptr);
    gtk_style_context_add_provider_for_screen(gtk_widget_get_screen(widget), provider,
                                              of_the_application);
#else
    static_cast<void>(frame);
#endif
}

void make_table_accessible(wxWindow* window, const char* id, const wxString& spoken) {
    make_accessible(window, id, spoken);
#ifdef __WXGTK__
    // The table itself lies within the scrolled pane that bears the id.
    auto* pane = static_cast<_GtkWidget*>(static_cast<void*>(window->GetHandle()));
    atk_object_set_name(gtk_widget_get_accessible(gtk_bin_get_child(pane)), spoken.utf8_str());
#endif
}

void name_column(wxWindow* window, int column, const wxString& spoken) {
#ifdef __WXGTK__
    auto* pane = static_cast<_GtkWidget*>(static_cast<void*>(window->GetHandle()));
    _GtkTreeViewColumn* header = gtk_tree_view_get_column(gtk_bin_get_child(pane), column);
    if (header == nullptr) return;
    atk_object_set_name(gtk_widget_get_accessible(gtk_tree_view_column_get_button(header)),
                        spoken.utf8_str());
#else
    static_cast<void>(window);
    static_cast<void>(column);
    static_cast<void>(spoken);
#endif
}

}  // namespace muster::ui
