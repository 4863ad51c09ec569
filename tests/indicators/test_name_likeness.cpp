#include "tests/support/test_program.h"

#include "core/indicators/name_likeness.h"

#include <QTest>

using namespace atlas;

class NameLikenessTest : public QObject
{
    Q_OBJECT

private slots:
    void notesAreTakenOff_data();
    void notesAreTakenOff();
    void namesAreAlike_data();
    void namesAreAlike();
    void neighboursAreNotAlike_data();
    void neighboursAreNotAlike();
    void likenessIsMutual();
};

void NameLikenessTest::notesAreTakenOff_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("bare");
    QTest::newRow("a number") << "Dorset (1)"
                              << "Dorset";
    QTest::newRow("a word and a number") << "Dorset [note 2]"
                                         << "Dorset";
    QTest::newRow("several") << "Dorset (1, 2)[b]"
                             << "Dorset";
    QTest::newRow("a footnote") << "Dorset (see footnote 12)"
                                << "Dorset";
    QTest::newRow("stars") << "Dorset **"
                           << "Dorset";
    QTest::newRow("a dagger") << QString::fromUtf8("Dorset\u2020") << "Dorset";
    QTest::newRow("raised") << QString::fromUtf8("Dorset\u00b9\u00b2") << "Dorset";
    QTest::newRow("raised once, and pasted") << "Dorset1"
                                             << "Dorset";
    QTest::newRow("a letter for revised") << "Dorset [r]"
                                          << "Dorset";
    QTest::newRow("words in brackets stay") << "Newcastle (Staffordshire)"
                                            << "Newcastle (Staffordshire)";
    QTest::newRow("a number of its own stays") << "Ward 2"
                                               << "Ward 2";
    QTest::newRow("so does one in a short name") << "Enterprise M3"
                                                 << "Enterprise M3";
    QTest::newRow("nothing but a note stays") << "(1)"
                                              << "(1)";
}

void NameLikenessTest::notesAreTakenOff()
{
    QFETCH(const QString, name);
    QTEST(withoutNotes(name), "bare");
}

void NameLikenessTest::namesAreAlike_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("other");
    QTest::addColumn<Likeness>("kind");
    QTest::addColumn<int>("letters");
    QTest::newRow("and") << "Telford & Wrekin"
                         << "Telford and Wrekin" << Likeness::Words << 0;
    QTest::newRow("city of") << "City of Bristol"
                             << "Bristol, City of" << Likeness::Words << 0;
    QTest::newRow("county of") << "Herefordshire"
                               << "Herefordshire, County of" << Likeness::Words << 0;
    QTest::newRow("saint") << "Saint Helens"
                           << "St. Helens" << Likeness::Words << 0;
    QTest::newRow("upon") << "Kingston Hull"
                          << "Kingston upon Hull, City of" << Likeness::Words << 0;
    QTest::newRow("Welsh letters") << QString::fromUtf8("Ynys M\u00f4n") << "Ynys Mon" << Likeness::Words
                                   << 0;
    QTest::newRow("a note") << "Dorset [note 2]"
                            << "Dorset" << Likeness::Note << 0;
    QTest::newRow("a part") << "Stockton"
                            << "Stockton-on-Tees" << Likeness::Part << 0;
    QTest::newRow("the other way") << "Cornwall and Isles of Scilly"
                                   << "Cornwall" << Likeness::Part << 0;
    QTest::newRow("a letter missing") << "Hartlepol"
                                      << "Hartlepool" << Likeness::Spelling << 1;
    QTest::newRow("letters swapped") << "Middlesborough"
                                     << "Middlesbrough" << Likeness::Spelling << 1;
    QTest::newRow("a note and a slip") << "Wolverhamton (3)"
                                       << "Wolverhampton" << Likeness::Spelling << 1;
    QTest::newRow("a slip that changes the order of words") << "Xork and Hull"
                                                            << "York and Hull" << Likeness::Spelling << 1;
}

void NameLikenessTest::namesAreAlike()
{
    QFETCH(const QString, name);
    QFETCH(const QString, other);
    const NameLikeness likeness = likenessOf(formsOf(name), formsOf(other));
    QTEST(likeness.kind, "kind");
    QTEST(likeness.letters, "letters");
    QVERIFY(likeness.share > 0.3 && likeness.share <= 1);
}

void NameLikenessTest::neighboursAreNotAlike_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("other");
    QTest::newRow("north and south") << "North Northamptonshire"
                                     << "South Northamptonshire";
    QTest::newRow("numbers") << "Ward 2"
                             << "Ward 3";
    QTest::newRow("east and mid") << "East Devon"
                                  << "Mid Devon";
    QTest::newRow("other names") << "Barnet"
                                 << "Dartford";
    QTest::newRow("one more letter than may differ") << "Bath"
                                                     << "Bury";
    QTest::newRow("no name") << ""
                             << "Bury";
    QTest::newRow("only words that are left out") << "City Council"
                                                  << "The Borough";
}

void NameLikenessTest::neighboursAreNotAlike()
{
    QFETCH(const QString, name);
    QFETCH(const QString, other);
    QCOMPARE(likenessOf(formsOf(name), formsOf(other)), NameLikeness());
}

void NameLikenessTest::likenessIsMutual()
{
    const QStringList names = {"Stockton",   "Stockton-on-Tees", "Hartlepol",
                               "Hartlepool", "Dorset (1)",       "Dorset"};
    for (const QString &name : names)
        for (const QString &other : names)
            QCOMPARE(likenessOf(formsOf(name), formsOf(other)), likenessOf(formsOf(other), formsOf(name)));
}

ATLAS_TEST(NameLikenessTest)

#include "test_name_likeness.moc"
