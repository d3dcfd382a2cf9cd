// SPDX-License-Identifier: MIT
#include "ui/accessible.hpp"

#ifdef __WXGTK__
// wx 3.2 builds without accessibility on GTK; these six calls are all that is needed of it.
extern "C" {
struct _AtkObject;
struct _GtkWidget;
struct _GtkTreeViewColumn;
_AtkObject* gtk_widget_get_accessible(_GtkWidget*);
void atk_object_set_name(_AtkObject*, const char*);
void atk_object_set_accessible_id(_AtkObject*, const char*);
_GtkWidget* gtk_bin_get_child(_GtkWidget*);
_GtkTreeViewColumn* gtk_tree_view_get_column(_GtkWidget*, int);
_GtkWidget* gtk_tree_view_column_get_button(_GtkTreeViewColumn*);
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
