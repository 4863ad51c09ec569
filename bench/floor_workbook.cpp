// The least that reading a workbook can cost: liborcus gives every cell, nothing is kept. What readGrid()
// takes is compared with this.
//
//     floor_workbook FILE TIMES   "orcus MILLISECONDS", so many times

#include <orcus/orcus_xlsx.hpp>
#include <orcus/spreadsheet/import_interface.hpp>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace {

namespace spreadsheet = orcus::spreadsheet;
using spreadsheet::col_t;
using spreadsheet::row_t;

class Sheet : public spreadsheet::iface::import_sheet
{
public:
    double sum = 0;

    void set_auto(row_t, col_t, std::string_view) override {}
    void set_string(row_t, col_t, spreadsheet::string_id_t string) override { sum += string; }
    void set_value(row_t, col_t, double value) override { sum += value; }
    void set_bool(row_t, col_t, bool) override {}
    void set_date_time(row_t, col_t, int, int, int, int, int, double) override {}
    void set_format(row_t, col_t, size_t) override {}
    void set_format(row_t, col_t, row_t, col_t, size_t) override {}
    void fill_down_cells(row_t, col_t, row_t) override {}
    spreadsheet::range_size_t get_sheet_size() const override { return {1 << 20, 1 << 14}; }
};

/// "B12", as every cell says where it is.
class Resolver : public spreadsheet::iface::import_reference_resolver
{
public:
    spreadsheet::src_address_t resolve_address(std::string_view address) override
    {
        constexpr int letters = 26, ten = 10;
        spreadsheet::src_address_t place{0, 0, 0};
        for (const char character : address) {
            if (character >= '0' && character <= '9')
                place.row = place.row * ten + (character - '0');
            else
                place.column = place.column * letters + (character - 'A' + 1);
        }
        --place.row;
        --place.column;
        return place;
    }
    spreadsheet::src_range_t resolve_range(std::string_view) override { return {}; }
};

class Factory : public spreadsheet::iface::import_factory
{
public:
    Sheet sheet;

    spreadsheet::iface::import_reference_resolver *get_reference_resolver(
        spreadsheet::formula_ref_context_t) override
    {
        return &m_resolver;
    }
    spreadsheet::iface::import_sheet *append_sheet(spreadsheet::sheet_t, std::string_view) override
    {
        return &sheet;
    }
    spreadsheet::iface::import_sheet *get_sheet(std::string_view) override { return &sheet; }
    spreadsheet::iface::import_sheet *get_sheet(spreadsheet::sheet_t) override { return &sheet; }
    void finalize() override {}

private:
    Resolver m_resolver;
};

/// A sum over all cells, so that none can be left out.
double readAll(const char *file)
{
    std::ifstream stream(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    Factory factory;
    orcus::orcus_xlsx reader(&factory);
    reader.read_stream(bytes);
    return factory.sheet.sum;
}

} // namespace

int main(int argc, char *argv[])
{
    const int times = argc > 2 ? std::atoi(argv[2]) : 1;
    if (argc < 2 || readAll(argv[1]) == 0) { // the first time does not count
        std::fputs("Usage: floor_workbook FILE.xlsx TIMES, a workbook of numbers\n", stderr);
        return 2;
    }
    for (int i = 0; i < times; ++i) {
        const auto start = std::chrono::steady_clock::now();
        readAll(argv[1]);
        const auto end = std::chrono::steady_clock::now();
        std::printf("orcus %.6g\n", std::chrono::duration<double, std::milli>(end - start).count());
    }
    return 0;
}
