// SPDX-License-Identifier: MIT
#include "ui/application.hpp"

wxIMPLEMENT_APP(muster::ui::Application);
