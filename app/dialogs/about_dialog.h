#pragma once

#include <QDialog>

namespace atlas {

/// What the program is, its licence, and whose data and libraries it uses.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent = nullptr);
};

} // namespace atlas
