#include "app/dialogs/about_dialog.h"

#include "app/widgets/title_font.h"
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QVBoxLayout>

namespace atlas {

namespace {

QString link(const char *address, const QString &words)
{
    return QStringLiteral("<a href=\"%1\">%2</a>").arg(QLatin1String(address), words);
}

QString paragraph(const QString &heading, const QString &text)
{
    return QStringLiteral("<p><b>%1</b><br>%2</p>").arg(heading, text);
}

QString aboutText()
{
    const QString licence = link("https://www.gnu.org/licenses/gpl-3.0.html",
                                 AboutDialog::tr("GNU General Public License, version 3 or later"));
    const QString company = link("https://www.careersandenterprise.co.uk",
                                 AboutDialog::tr("The Careers &amp; Enterprise Company"));
    const QString openLicence =
        link("https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
             AboutDialog::tr("Open Government Licence"));
    const QString naturalEarth = link("https://www.naturalearthdata.com", AboutDialog::tr("Natural Earth"));
    return paragraph(
               AboutDialog::tr("Licence"),
               AboutDialog::tr("Free software under the %1 (GPL-3.0-or-later). It comes with no warranty.")
                   .arg(licence))
           + paragraph(AboutDialog::tr("Method and example"),
                       AboutDialog::tr("After the 2016 paper on disengagement by %1. Its figures come from "
                                       "the Department for Education, the Department for Communities and "
                                       "Local Government, and Nomis, under the %2.")
                           .arg(company, openLicence))
           + paragraph(AboutDialog::tr("Built-in outlines"),
                       AboutDialog::tr("Made with %1, which is in the public domain. The outlines are "
                                       "approximate and not official.")
                           .arg(naturalEarth))
           + paragraph(
               AboutDialog::tr("Colours"),
               AboutDialog::tr("Scales of %1 by Cynthia Brewer, Mark Harrower and The Pennsylvania State "
                               "University, under the %2; %3 by Stefan van der Walt, Nathaniel Smith and "
                               "Eric Firing, and cividis by Jamie Nunez, Christopher Anderton and Ryan "
                               "Renslow, in the public domain.")
                   .arg(
                       link("https://colorbrewer2.org", QStringLiteral("ColorBrewer 2.0")),
                       link("https://www.apache.org/licenses/LICENSE-2.0",
                            AboutDialog::tr("Apache licence 2.0")),
                       link("https://bids.github.io/colormap", AboutDialog::tr("viridis, magma and plasma"))))
           + paragraph(AboutDialog::tr("Libraries"),
                       AboutDialog::tr("%1 %2, %3, %4, %5 and %6.")
                           .arg(link("https://www.qt.io", QStringLiteral("Qt")), QLatin1String(qVersion()),
                                link("https://gdal.org", QStringLiteral("GDAL")),
                                link("https://libgeos.org", QStringLiteral("GEOS")),
                                link("https://eigen.tuxfamily.org", QStringLiteral("Eigen")),
                                link("https://www.boost.org", QStringLiteral("Boost"))));
}

} // namespace

AboutDialog::AboutDialog(QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowTitle(tr("About Disengagement Atlas"));
    auto *name = new QLabel(tr("Disengagement Atlas"), this);
    makeTitle(*name, 1.6);
    auto *version = new QLabel(tr("Version %1").arg(QCoreApplication::applicationVersion()), this);
    version->setObjectName(QStringLiteral("version"));
    version->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *purpose = new QLabel(
        tr("Shows where young people are most at risk of disengaging from school, and why."), this);
    purpose->setWordWrap(true);
    auto *text = new QLabel(aboutText(), this);
    text->setObjectName(QStringLiteral("text"));
    text->setTextFormat(Qt::RichText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    text->setOpenExternalLinks(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(20, 18, 20, 14);
    rows->addWidget(name);
    rows->addWidget(version);
    rows->addSpacing(6);
    rows->addWidget(purpose);
    rows->addSpacing(8);
    rows->addWidget(text);
    rows->addSpacing(10);
    rows->addStretch();
    rows->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(480, heightForWidth(480));
}

} // namespace atlas
